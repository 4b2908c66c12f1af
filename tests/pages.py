"""The address of every sort of public page, once `cast.make_newsroom()` has filled them."""

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
    "/people/yuri-gagarin/",
    "/organizations/",
    "/organizations/okb-1/",
    "/events/",
    "/events/vostok-1/",
]
MISSING = "/articles/no-such-story/"
EMPTY = ["/", "/archive/", "/people/", "/organizations/", "/events/"]
