"""The address of every sort of public page that `cast.make_newsroom()` fills, and how one is read."""

from django.test import Client

PAGES = [
    "/",
    "/?page=2",
    "/articles/yuri-gagarin-is-the-first-man-in-space/",
    "/articles/a-note-without-a-date/",
    "/articles/belarusian/",
    "/articles/arabic/",
    "/articles/long-words/",
    "/archive/",
    "/archive/?page=2",
    "/archive/1961/4/",
    "/tags/vostok/",
    "/people/",
    "/people/?q=gagarin",
    "/people/?letter=y",
    "/people/yuri-gagarin/",
    "/people/yuri-gagarin/quotes/",
    "/organizations/",
    "/organizations/okb-1/",
    "/events/",
    "/events/vostok-1/",
    "/search/?q=gagarin",
    "/search/?q=moon&sort=date",
]
MISSING = "/articles/no-such-story/"
EMPTY = ["/", "/archive/", "/people/", "/organizations/", "/events/"]


def page_of(client: Client, address: str) -> str:
    """Return the page's HTML with runs of white space as one space."""
    response = client.get(address)
    assert response.status_code == 200, address
    return " ".join(response.content.decode().split())
