"""What a page says of a language: the way it runs and what it calls itself."""

from django.conf import settings
from django.conf.locale import LANG_INFO


def direction_of(language: str) -> str:
    """Return the way the script of a language such as "ar-eg" runs, as HTML's `dir` says it."""
    return "rtl" if language.split("-")[0] in settings.LANGUAGES_BIDI else "ltr"


def own_name(language: str) -> str:
    """Return the language's own name for itself, or its code if Django does not know it."""
    return str(LANG_INFO.get(language, {}).get("name_local", language)).capitalize()
