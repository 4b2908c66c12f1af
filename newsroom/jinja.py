"""The templates of public pages: Jinja2, which takes a third of the time of Django's own.

A name that a template was not given is an error here, never an empty place on a page. The desk's
templates, in `templates/desk/`, are Django's.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.timezone import get_default_timezone, localtime
from django.utils.translation import gettext, ngettext
from jinja2 import Environment, StrictUndefined, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from articles.addresses import address
from articles.languages import direction_of

# The site says few words of its own and names few days, again and again. Django takes 5 µs to find words in
# the site's language and 15 to write a day.
remembered = lru_cache(10_000)


def environment(**options: Any) -> Environment:
    """Return Jinja2 as the site's templates are written for; `options` are Django's."""
    made = SiteEnvironment(
        **options | {"undefined": StrictUndefined},
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]  # it is the extension's
        remembered(gettext), remembered(ngettext), newstyle=True
    )
    made.policies["ext.i18n.trimmed"] = True
    # Filters, since Jinja works out one of a constant when it compiles the template.
    made.filters |= {
        "address": address,
        "absolute": _absolute,
        "date": _date,
        "static": remembered(static),
    }
    made.globals |= {
        "_": _in_site_language,
        "site_name": settings.SITE_NAME,
        "language": settings.LANGUAGE_CODE,
        "direction": direction_of(settings.LANGUAGE_CODE),
    }
    return made


def _in_site_language(words: str) -> Markup:
    """Return the site's own words, which may hold markup, in its language."""
    return Markup(gettext(words))


class SiteEnvironment(Environment):
    """Jinja2 with the site's own words looked up when a template is compiled: at each page they take 2 µs."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template: nodes.Template = _Words().visit(super()._parse(source, name, filename))
        return template


class _Words(NodeTransformer):
    """Put the words of the site's language where a template says `_("…")`."""

    def visit_Call(self, call: nodes.Call) -> nodes.Node:
        match call:
            case nodes.Call(node=nodes.Name(name="_"), args=[nodes.Const(value=words)]):
                return nodes.Const(_in_site_language(words), lineno=call.lineno)
        return self.generic_visit(call)


def _absolute(url: str) -> str:
    """Return an address of the site as other sites link to it."""
    return f"{settings.SITE_URL}{url}"


@remembered
def _date(moment: date | datetime, form: str) -> str:
    """Write a day or a moment, in the site's time zone, in Django's words for the form of a date."""
    if isinstance(moment, datetime):
        moment = localtime(moment, get_default_timezone())
    return date_format(moment, form)
