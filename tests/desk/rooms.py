"""The rooms of the desk: every model, its addresses, and a browser's way of typing into its forms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from taggit.models import Tag

from articles.models import (
    Alias,
    Article,
    Byline,
    Entity,
    Event,
    ImportBatch,
    ImportedDocument,
    MadeBy,
    Mention,
    Neighbour,
    Organization,
    Person,
    Quote,
    RelatedLink,
    Role,
    Translation,
)
from tests import cast

MODELS = [
    *(Article, Byline, Entity, Person, Organization, Event, Alias, Role, Mention, Quote),
    *(Neighbour, RelatedLink, Translation, ImportBatch, ImportedDocument, Tag),
]
READ_ONLY = {ImportBatch, ImportedDocument}
MOST_QUERIES_A_LIST = 5  # the session, the editor, the count, the rows; a search asks once more
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def make_everything(number: int = 0) -> Article:
    """Make a row of every model, each of its own."""
    story = cast.make_article(
        f"A man in space {number}", paragraphs=[f"Yuri Gagarin {number} of NASA said: Poyekhali!"]
    )
    other = cast.make_article(f"A dog in space {number}", status="draft")
    person = cast.make_person(f"Yuri Gagarin {number}")
    organization = cast.make_organization(f"NASA {number}", parent=person)
    cast.make_event(f"Vostok {number}")
    cast.make_mention(story, person)
    cast.make_byline(story, "TASS", person)
    cast.make_neighbour(story, "next", other.title)
    cast.make_related(story, other.title, made_by=MadeBy.EDITOR)
    story.tags.add(f"Космос {number}")
    Alias.of(person, "Гагарин", language="ru").save()
    Role.objects.create(person=person, title="cosmonaut", organization=organization, article=story)
    Quote.objects.create(article=story, start=0, end=4, speaker=person, found_by="editor")
    Translation.objects.create(article=story, language="ru", title="Человек", other=other)
    batch = ImportBatch.objects.create(counts={"created": 1})
    ImportedDocument.objects.create(
        source_key=f"{number}.txt", batch=batch, article=story, outcome="created", format="text"
    )
    return story


def address(model: type[Model], view: str, *args: Any) -> str:
    options = model._meta
    return reverse(f"admin:{options.app_label}_{options.model_name}_{view}", args=args)


def change_address(row: Model) -> str:
    return address(type(row), "change", row.pk)


def document(answer: Any) -> Element:
    assert answer.status_code == 200, answer.status_code
    parsed: Element = html5lib.parse(
        answer.content, transport_encoding="utf-8", namespaceHTMLElements=False
    )
    return parsed


def names_in_list(editor: Client, model: type[Model], search: str = "", **query: str) -> list[str]:
    """Return the first column of a list, as the editor sees it."""
    page = document(editor.get(address(model, "changelist"), {"q": search} | query))
    return [
        "".join(cell.itertext())
        for cell in page.iterfind(".//table[@id='result_list']/tbody/tr/th")
    ]


def save(editor: Client, url: str, **typed: Any) -> str:
    """Open a form, type into it, save it as a browser does; return the errors shown, "" for none."""
    values = dict(values_in(document(editor.get(url)))) | typed
    answer = editor.post(url, {name: value for name, value in values.items() if value is not None})
    if answer.status_code == 302:
        return ""
    lists = document(answer).iterfind(".//ul[@class]")
    shown = [one for one in lists if "errorlist" in one.attrib["class"]]
    assert shown, "neither saved nor refused"
    return " ".join(text.strip() for one in shown for text in one.itertext())


def values_in(page: Element) -> Iterator[tuple[str, str]]:
    for element in page.iter():
        name = element.attrib.get("name", "")
        if element.tag == "textarea":
            yield name, (element.text or "").replace("\n", "\r\n")
        elif element.tag == "select":
            chosen = [
                one.attrib["value"] for one in element.iter("option") if "selected" in one.attrib
            ]
            yield from ((name, value) for value in chosen)
        elif element.tag == "input" and element.attrib.get("type") not in {"submit", "checkbox"}:
            yield name, element.attrib.get("value", "")
        elif element.tag == "input" and "checked" in element.attrib:
            yield name, "on"


def new_story(editor: Client, **typed: Any) -> tuple[str, Article | None]:
    """Write a story at the desk; return the errors, and the story if there are none."""
    values = {"title": "A man in space", "slug": "story", "body_html": "<p>He flew.</p>"} | typed
    errors = save(editor, address(Article, "add"), **values)
    return errors, Article.objects.filter(slug=values["slug"]).first()
