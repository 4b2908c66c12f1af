"""The key by which a title in a footer finds its article."""


def title_key(title: str) -> str:
    """Return the normalised key of ``title``, at most 500 characters."""
    raise NotImplementedError
