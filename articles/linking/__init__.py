"""Names → entities, mentions, quotes and roles.

    a story's text ──names_in_story──▶ sightings, quotes   (from the text alone)
    all sightings ──counting, making──▶ new names, and entities of those that are sure
    sightings and aliases ──resolving──▶ mentions, speakers, roles

So a story's links follow from its text and from who bears which name, in whatever order stories came.
`linking.py` is the way in. Nothing is imported here, so that processes that help to link start without
Django.
"""
