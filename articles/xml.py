"""XML from templates, well formed whatever characters the stories hold."""

from __future__ import annotations

import re
from typing import Any

from django.template.loader import render_to_string

# What XML 1.0 has no place for, not even as a reference: https://www.w3.org/TR/xml/#charsets
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_xml(template: str, context: dict[str, Any]) -> str:
    """Return the template's text for `context`, without the characters that XML has no place for."""
    return NOT_XML.sub("", render_to_string(template, context))
