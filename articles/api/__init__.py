"""The newsroom's published stories and names as read-only JSON, described by OpenAPI.

/api/openapi.json         the description
/api/articles/            newest first;  …/<slug>/  one, whole
/api/people/              by address;    …/<slug>/  one, with all its names and offices
/api/organizations/, /api/events/        the same
"""
