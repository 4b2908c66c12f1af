"""The editor's desk: what somebody signed in finds, sees and saves there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag

from articles.admin.lists import MOST_ROWS_COUNTED
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
from tests.importing.conftest import post

pytestmark = pytest.mark.django_db

MODELS = [
    *(Article, Byline, Entity, Person, Organization, Event, Alias, Role, Mention, Quote),
    *(Neighbour, RelatedLink, Translation, ImportBatch, ImportedDocument, Tag),
]
READ_ONLY = {ImportBatch, ImportedDocument}
MOST_QUERIES_A_LIST = 5  # the session, the editor, the count, the rows; a search asks once more
every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


@pytest.fixture
def editor(client: Client) -> Client:
    """Give a browser in which an editor has signed in."""
    client.force_login(cast.make_editor())
    return client


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
    Alias.objects.create(entity=person, name="Гагарин", key="гагарин", language="ru")
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
    values = dict(_values(document(editor.get(url)))) | typed
    answer = editor.post(url, {name: value for name, value in values.items() if value is not None})
    if answer.status_code == 302:
        return ""
    lists = document(answer).iterfind(".//ul[@class]")
    shown = [one for one in lists if "errorlist" in one.attrib["class"]]
    assert shown, "neither saved nor refused"
    return " ".join(text.strip() for one in shown for text in one.itertext())


def _values(page: Element) -> Iterator[tuple[str, str]]:
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


# Every page


@every_model
def test_a_list_and_its_forms_are_there(model: type[Model], editor: Client) -> None:
    make_everything()
    row = model._default_manager.order_by("pk")[0]
    for url in (address(model, "changelist"), change_address(row)):
        assert editor.get(url).status_code == 200
    added = editor.get(address(model, "add")).status_code
    assert added == (403 if model in READ_ONLY else 200)


def test_every_model_of_the_newsroom_is_at_the_desk() -> None:
    registered = {model for model in admin.site._registry if model._meta.app_label != "auth"}
    assert registered == set(MODELS)


@every_model
def test_a_list_asks_as_much_of_many_rows_as_of_few(model: type[Model], editor: Client) -> None:
    asked = []
    for first in (0, 2):
        for number in range(first, first * 10 + 2):
            make_everything(number)
        with CaptureQueriesContext(connection) as queries:
            editor.get(address(model, "changelist"))
        asked.append(len(queries))
    assert asked[0] == asked[1] < MOST_QUERIES_A_LIST


@every_model
@pytest.mark.parametrize("query", ["", "?q=space", "?_facets=True"])
def test_no_list_counts_a_whole_table(model: type[Model], query: str, editor: Client) -> None:
    make_everything()
    with CaptureQueriesContext(connection) as queries:
        assert editor.get(address(model, "changelist") + query).status_code in {200, 302}
    counts = [one["sql"] for one in queries if "COUNT(" in one["sql"].upper()]
    assert [sql for sql in counts if "LIMIT" not in sql] == []


@every_model
def test_no_list_reads_the_stories_whole(model: type[Model], editor: Client) -> None:
    make_everything()
    asked = {"app_label": "articles", "model_name": "mention", "field_name": "article"}
    with CaptureQueriesContext(connection) as queries:
        editor.get(address(model, "changelist"))
        editor.get("/admin/autocomplete/", asked)
    assert [one["sql"] for one in queries if "body_text" in one["sql"]] == []


@every_model
def test_no_page_offers_a_choice_of_all_rows(model: type[Model], editor: Client) -> None:
    make_everything()
    for number in range(3):
        cast.make_person(f"Somebody {number}")
    row = model._default_manager.order_by("pk")[0]
    urls = [change_address(row)] + ([] if model in READ_ONLY else [address(model, "add")])
    for url in urls:
        for select in document(editor.get(url)).iter("select"):
            offered = {"".join(option.itertext()) for option in select.iter("option")}
            assert not any("Somebody" in one for one in offered)
            if "admin-autocomplete" not in select.attrib.get("class", ""):
                assert not any("in space" in one or "Gagarin" in one for one in offered)


@every_model
def test_nothing_on_the_desk_is_inline(model: type[Model], editor: Client) -> None:
    make_everything()
    row = model._default_manager.order_by("pk")[0]
    for url in ("/admin/", address(model, "changelist"), change_address(row)):
        assert_nothing_inline(document(editor.get(url)))


def test_the_sign_in_page_works_without_anything_inline(client: Client) -> None:
    answer = client.get("/admin/login/")
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert_nothing_inline(document(answer))
    cast.make_editor("galina")
    signed_in = {"username": "galina", "password": "a quiet word among friends"}
    assert client.post("/admin/login/?next=/admin/", signed_in).headers["Location"] == "/admin/"


def assert_nothing_inline(page: Element) -> None:
    for element in page.iter():
        assert element.tag != "style"
        assert element.tag != "script" or "src" in element.attrib
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]


def test_somebody_who_may_only_look_sees_every_page(client: Client) -> None:
    make_everything()
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(reader)
    for model in MODELS:
        row = model._default_manager.order_by("pk")[0]
        assert client.get(address(model, "changelist")).status_code == 200
        assert client.get(change_address(row)).status_code == 200


# Searching


@pytest.mark.parametrize("search", ["ПАЕХАЛІ", "паехалі", "КОСМАСЕ паехалі", "«космасе»"])
def test_a_story_is_found_in_any_case_and_order(search: str, editor: Client) -> None:
    cast.make_article("Паехалі: чалавек у космасе", slug="be")
    cast.make_article("Космас без людзей", slug="other")
    assert names_in_list(editor, Article, search) == ["Паехалі: чалавек у космасе"]


@pytest.mark.parametrize(
    "search", ["гагарин", "ГАГАРИН", "гАгАрИн", "Gagarin", "Юрий гагарин", "гарин", "кедр", "Kedr"]
)
def test_a_person_is_found_in_any_case_script_and_by_an_alias(search: str, editor: Client) -> None:
    gagarin = cast.make_person("Юрий Гагарин", slug="yuri-gagarin")
    for name in ("Кедр", "Kedr"):
        save(editor, address(Alias, "add"), entity=gagarin.pk, name=name)
    cast.make_person("Герман Титов")
    for model in (Person, Entity):
        assert names_in_list(editor, model, search) == ["Юрий Гагарин"]


def test_a_search_that_finds_nothing_says_so(editor: Client) -> None:
    cast.make_person()
    assert names_in_list(editor, Person, "Komarov") == []
    assert names_in_list(editor, Person, "«") == []
    assert editor.get(address(ImportBatch, "changelist"), {"q": "x"}).status_code == 200


@pytest.mark.parametrize(
    ("model", "search"),
    [(Tag, "КОСМОС"), (Mention, "gagarin"), (Alias, "ГАГАРИН"), (ImportedDocument, "0.TXT")],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_other_rows_are_found_in_any_case(model: type[Model], search: str, editor: Client) -> None:
    make_everything()
    assert len(names_in_list(editor, model, search)) == 1
    assert names_in_list(editor, model, f"{search} нет") == []


def test_a_field_completes_names_as_the_list_finds_them(editor: Client) -> None:
    gagarin = cast.make_person("Юрий Гагарин", slug="gagarin")
    asked = {"app_label": "articles", "model_name": "mention", "field_name": "entity"}
    answer = editor.get("/admin/autocomplete/", asked | {"term": "гагарин"}).json()
    assert answer["results"] == [{"id": str(gagarin.pk), "text": "Юрий Гагарин"}]


def test_undated_stories_can_be_listed(editor: Client) -> None:
    cast.make_article("Dated", published_at=timezone.now())
    cast.make_article("Undated")
    assert names_in_list(editor, Article, date="unknown") == ["Undated"]
    assert names_in_list(editor, Article, date="known") == ["Dated"]


# More rows than anybody pages through


def make_many_people() -> None:
    Entity.objects.bulk_create(
        Entity(kind="person", name=f"Person {n}", slug=f"person-{n:04}")
        for n in range(MOST_ROWS_COUNTED + 50)
    )


@pytest.mark.parametrize("search", ["", "person"])
def test_a_long_list_says_that_it_was_not_counted_to_its_end(search: str, editor: Client) -> None:
    make_many_people()
    page = document(editor.get(address(Person, "changelist"), {"q": search}))
    text = " ".join("".join(page.itertext()).split())
    assert f"{MOST_ROWS_COUNTED}+ people" in text
    assert names_in_list(editor, Person, search)[0] == "Person 0"


def test_select_all_takes_no_more_than_were_counted(editor: Client) -> None:
    make_many_people()
    url = address(Person, "changelist")
    chosen = {"action": "delete_selected", "select_across": "1", "_selected_action": ["1"]}
    asked = editor.post(url, chosen)
    rows = [value for name, value in _values(document(asked)) if name == "_selected_action"]
    assert len(rows) == MOST_ROWS_COUNTED
    editor.post(url, {"action": "delete_selected", "_selected_action": rows, "post": "yes"})
    assert Person.objects.order_by("slug")[0].name == f"Person {MOST_ROWS_COUNTED}"


# Saving a story


def new_story(editor: Client, **typed: Any) -> tuple[str, Article | None]:
    """Write a story at the desk; return the errors, and the story if there are none."""
    values = {"title": "A man in space", "slug": "story", "body_html": "<p>He flew.</p>"} | typed
    errors = save(editor, address(Article, "add"), **values)
    return errors, Article.objects.filter(slug=values["slug"]).first()


def test_a_story_is_cleaned_and_what_follows_from_it_is_derived(editor: Client) -> None:
    body = "<p>He <b>flew</b>.</p><script>alert(1)</script><p onclick='x()'>Once.</p>"
    errors, story = new_story(editor, body_html=body)
    assert (errors, story is None) == ("", False)
    assert story
    assert story.body_html == "<p>He <b>flew</b>.</p><p>Once.</p>"
    assert story.body_text == "He flew.\n\nOnce."
    assert (story.lead, story.word_count) == ("He flew. Once.", 3)
    assert story.title_key == "a man in space"


def test_the_longest_story_that_is_imported_can_be_saved(editor: Client) -> None:
    errors, story = new_story(editor, body_html=f"<p>{'ж' * 2_000_000}</p>")
    assert errors == ""
    assert story
    assert len(story.body_text) == 2_000_000


def test_an_import_leaves_alone_what_an_editor_saved(editor: Client, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(post("Sputnik", "It beeps."))
    call_command("import_seeds", str(tmp_path), verbosity=0)
    story = Article.objects.get()
    assert save(editor, change_address(story), body_html="<p>It sings.</p>") == ""
    (tmp_path / "a.txt").write_text(post("Sputnik", "It beeps again."))
    call_command("import_seeds", str(tmp_path), verbosity=0)
    story.refresh_from_db()
    assert story.edited_at
    assert story.body_text == "It sings."


def test_saving_without_a_change_is_no_edit(editor: Client) -> None:
    story = make_everything()
    Article.objects.update(body_html="<p>One.</p>\n<p>Two.</p>", standfirst="One.\nTwo.")
    assert save(editor, change_address(story)) == ""
    story.refresh_from_db()
    assert story.edited_at is None
    assert story.standfirst == "One.\nTwo."


def test_a_changed_author_is_an_edit_of_the_story(editor: Client) -> None:
    story = make_everything()
    assert save(editor, change_address(story), **{"bylines-0-name": "Pravda"}) == ""
    story.refresh_from_db()
    assert story.edited_at is not None
    assert [byline.name for byline in story.bylines.all()] == ["Pravda"]


def test_a_new_address_is_where_the_story_is(editor: Client, client: Client) -> None:
    story = cast.make_article("Sputnik", slug="old")
    assert save(editor, change_address(story), slug="new") == ""
    assert client.get("/articles/new/").status_code == 200
    assert client.get("/articles/old/").status_code == 404


def test_a_title_that_the_archive_lacked_becomes_a_link(editor: Client) -> None:
    named = cast.make_article("Sputnik")
    cast.make_neighbour(named, "next", "A man in space")
    cast.make_related(named, "A man in space")
    _, story = new_story(editor)
    assert Neighbour.objects.get().other == RelatedLink.objects.get().other == story


def test_a_title_that_two_stories_have_leads_to_neither(editor: Client) -> None:
    cast.make_article("A man in space", slug="first")
    cast.make_neighbour(cast.make_article("Sputnik"), "next", "Something else")
    Neighbour.objects.update(title_key="a man in space")
    new_story(editor)
    assert Neighbour.objects.get().other is None


# Dates


def test_a_new_published_story_is_of_now_and_stands_first(editor: Client) -> None:
    cast.make_article("Older", published_at=timezone.now())
    before = timezone.now()
    _, story = new_story(editor, status="published")
    assert story
    assert story.published_at
    assert before <= story.published_at <= timezone.now()
    assert story.date_precision == "moment"
    assert Article.objects.newest_first()[0] == story


def test_a_draft_is_of_the_moment_it_is_published(editor: Client) -> None:
    _, draft = new_story(editor)
    assert draft
    assert draft.published_at is None
    newer = cast.make_article("Newer", published_at=timezone.now())
    save(editor, change_address(draft), status="published")
    assert [story.pk for story in Article.objects.newest_first()] == [draft.pk, newer.pk]
    draft.refresh_from_db()
    assert draft.published_at


def test_an_archive_s_undated_story_gets_no_date_by_being_published(editor: Client) -> None:
    story = make_everything()
    Article.objects.filter(pk=story.pk).update(status="draft")
    save(editor, change_address(story), status="published")
    story.refresh_from_db()
    assert (story.status, story.published_at) == ("published", None)


def test_a_date_without_precision_is_known_to_the_moment(editor: Client) -> None:
    typed = {"published_at_0": "1961-04-12", "published_at_1": "06:07:00", "date_precision": ""}
    errors, story = new_story(editor, **typed)
    assert errors == ""
    assert story
    assert story.published_at == datetime(1961, 4, 12, 6, 7, tzinfo=UTC)
    assert story.date_precision == "moment"


def test_another_date_moves_the_story(editor: Client) -> None:
    first = cast.make_article("First", published_at=datetime(1957, 10, 4, tzinfo=UTC))
    second = cast.make_article("Second", published_at=datetime(1961, 4, 12, tzinfo=UTC))
    assert save(editor, change_address(first), published_at_0="1969-07-20") == ""
    assert list(Article.objects.newest_first()) == [first, second]


def test_a_date_taken_away_takes_its_precision_along(editor: Client) -> None:
    story = cast.make_article("Dated", published_at=datetime(1957, 10, 4, tzinfo=UTC))
    assert save(editor, change_address(story), published_at_0="", published_at_1="") == ""
    story.refresh_from_db()
    assert (story.published_at, story.date_precision) == (None, "")


# Tags


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Yuri Gagarin", ["Yuri Gagarin"]),
        ("Vostok, Yuri Gagarin, ", ["Vostok", "Yuri Gagarin"]),
        ("космос, КОСМОС", ["Космос"]),
        ('"Moscow, 1961"', ["Moscow, 1961"]),
        ("", []),
    ],
)
def test_tags_are_typed_with_commas(typed: str, names: list[str], editor: Client) -> None:
    Tag.objects.create(name="Космос")
    errors, story = new_story(editor, tags=typed)
    assert errors == ""
    assert story
    assert sorted(story.tags.names()) == names
    assert save(editor, change_address(story)) == ""
    assert sorted(story.tags.names()) == names


@pytest.mark.parametrize(
    ("typed", "error"),
    [("!!!", "“!!!” has no letter or digit"), ("a" * 101, "at most 100 characters")],
    ids=["no letter", "long"],
)
def test_a_tag_without_an_address_is_refused(typed: str, error: str, editor: Client) -> None:
    errors, story = new_story(editor, tags=f"Vostok, {typed}")
    assert error in errors
    assert story is None


# Authors and related stories


def byline(number: int, place: str | None, name: str) -> dict[str, Any]:
    return {
        "bylines-TOTAL_FORMS": number + 1,
        f"bylines-{number}-place": place,
        f"bylines-{number}-name": name,
    }


def authors(story: Article) -> list[str]:
    return [one.name for one in story.bylines.order_by("rank")]


def test_authors_without_a_place_stand_as_they_were_typed(editor: Client) -> None:
    typed = byline(0, "", "Anna") | byline(1, "", "Boris") | byline(2, "1", "Vera")
    errors, story = new_story(editor, **typed)
    assert errors == ""
    assert story
    assert authors(story) == ["Vera", "Anna", "Boris"]


@pytest.mark.parametrize(
    ("places", "order"),
    [
        (["2", "1", "3"], ["Boris", "Anna", "Vera"]),
        (["3", "2", "3"], ["Boris", "Vera", "Anna"]),
        (["1", "2", "1"], ["Vera", "Anna", "Boris"]),
        (["1", "2", "3"], ["Anna", "Boris", "Vera"]),
    ],
    ids=["swapped", "first to the end", "last to the front", "left"],
)
def test_authors_change_places(places: list[str], order: list[str], editor: Client) -> None:
    story = cast.make_article("Sputnik")
    for name in ("Anna", "Boris", "Vera"):
        cast.make_byline(story, name)
    typed = {f"bylines-{number}-place": place for number, place in enumerate(places)}
    assert save(editor, change_address(story), **typed) == ""
    assert authors(story) == order


def test_several_related_stories_are_chosen_at_once(editor: Client) -> None:
    others = [cast.make_article(f"Luna {number}") for number in range(3)]
    typed = {f"related_links-{n}-other": other.pk for n, other in enumerate(others)}
    errors, story = new_story(editor, **{"related_links-TOTAL_FORMS": 3}, **typed)
    assert errors == ""
    assert story
    assert [link.other for link in story.related_links.order_by("rank")] == others
    assert {link.made_by for link in story.related_links.all()} == {MadeBy.EDITOR}


def test_a_story_is_not_related_to_itself(editor: Client) -> None:
    story = cast.make_article("Sputnik")
    typed = {"related_links-TOTAL_FORMS": 1, "related_links-0-other": story.pk}
    errors = save(editor, change_address(story), **typed)
    assert errors == "A story does not stand beside itself."


# What the database refuses is a sentence on the form


def test_a_story_s_taken_address_is_refused_with_a_sentence(editor: Client) -> None:
    cast.make_article("Sputnik", slug="story")
    errors, _ = new_story(editor)
    assert errors == "Another story has this address already."


@pytest.mark.parametrize("model", [Person, Organization, Event, Entity])
def test_a_name_s_taken_address_is_refused_with_a_sentence(
    model: type[Model], editor: Client
) -> None:
    for make in (cast.make_person, cast.make_organization, cast.make_event):
        make("Vostok", slug="vostok")
    typed = {"name": "Vostok", "slug": "vostok"} | ({"kind": "event"} if model is Entity else {})
    errors = save(editor, address(model, "add"), **typed)
    kind = "event" if model is Entity else model._meta.verbose_name
    assert errors == f"Another {kind} has this address already."


def test_another_kind_may_have_the_same_address(editor: Client) -> None:
    cast.make_person("Vostok", slug="vostok")
    assert save(editor, address(Event, "add"), name="Vostok", slug="vostok") == ""
    assert Event.objects.get().kind == "event"


def test_days_in_the_wrong_order_are_refused_with_a_sentence(editor: Client) -> None:
    days = {"first_day": "1968-03-27", "last_day": "1934-03-09"}
    errors = save(editor, address(Person, "add"), name="Gagarin", slug="gagarin", **days)
    assert errors == "The last day lies before the first."


def test_nothing_is_a_part_of_itself(editor: Client) -> None:
    person = cast.make_person()
    assert save(editor, change_address(person), parent=person.pk) == "Nothing is a part of itself."


def test_a_language_is_a_code(editor: Client) -> None:
    errors, _ = new_story(editor, language="русский")
    assert errors == "“русский” is not a language's code. Such are en, ru, be and kk."
    assert new_story(editor, language="sr-Latn")[0] == ""


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"start": 5, "end": 5}, "The end lies before the start."),
        ({"start": 0, "end": 900}, "The story's text has 39 characters."),
        ({"start": 1, "end": 4}, "There the story reads “uri”."),
    ],
    ids=["empty", "outside", "other words"],
)
def test_a_mention_lies_where_its_words_stand(
    typed: dict[str, Any], error: str, editor: Client
) -> None:
    make_everything()
    assert save(editor, change_address(Mention.objects.get()), **typed) == error


def test_a_mention_that_lost_its_place_can_be_rejected(editor: Client) -> None:
    make_everything()
    Article.objects.update(body_text="")
    assert save(editor, change_address(Mention.objects.get()), state="rejected") == ""
    assert Mention.objects.get().state == "rejected"


def test_a_neighbour_s_title_is_found_by_its_key(editor: Client) -> None:
    make_everything()
    assert save(editor, change_address(Neighbour.objects.get()), title="«Laika» flies!") == ""
    assert Neighbour.objects.get().title_key == "laika flies"


# The public page, one click away


def public_links(editor: Client, row: Model) -> list[str]:
    """Return where the form, and the list of that one row, send an editor who wants to see the page."""
    form = document(editor.get(change_address(row)))
    links = [link for link in form.iter("a") if "viewsitelink" in link.attrib.get("class", "")]
    rows = document(editor.get(address(type(row), "changelist"), {"q": str(row)}))
    cells = [cell for cell in rows.iter("td") if "field-page_link" in cell.attrib.get("class", "")]
    assert len(cells) == 1
    return [link.attrib["href"] for link in (*links, *cells[0].iter("a"))]


def test_what_readers_see_is_one_click_away(editor: Client) -> None:
    story = cast.make_newsroom()
    person = Person.objects.get(slug="yuri-gagarin")
    for row in (story, person, Organization.objects.get(), Event.objects.get()):
        url = row.get_absolute_url()
        assert public_links(editor, row) == [url, url]
        assert editor.get(url).status_code == 200
    assert public_links(editor, Tag.objects.get(name="Vostok")) == ["/tags/vostok/"] * 2


def test_a_draft_s_link_leads_to_its_preview_and_is_no_page_to_others(editor: Client) -> None:
    draft = cast.make_article("Not yet", status="draft")
    url, in_list = public_links(editor, draft)
    assert url == in_list
    assert b"Not yet" in editor.get(url).content
    assert Client().get(url).status_code == 404
    stranger = Client()
    stranger.force_login(User.objects.create_user("stranger"))
    assert stranger.get(url).status_code == 404


def test_a_name_that_no_published_story_has_offers_no_page(editor: Client) -> None:
    person = cast.make_person()
    cast.make_mention(cast.make_article(paragraphs=[person.name], status="draft"), person)
    published = cast.make_article("Vostok", paragraphs=[person.name])
    cast.make_mention(published, person, state="suggested")
    assert public_links(editor, person) == []


# Deleting, and what is only read


def test_a_story_with_a_thousand_rows_is_deleted(editor: Client) -> None:
    story = cast.make_article("Sputnik")
    person = cast.make_person()
    Mention.objects.bulk_create(
        Mention(article=story, entity=person, start=n, end=n + 1, surface="S", found_by="alias")
        for n in range(1000)
    )
    cast.make_neighbour(cast.make_article("Laika"), "previous", "Sputnik")
    url = address(Article, "delete", story.pk)
    with CaptureQueriesContext(connection) as queries:
        asked = editor.get(url)
    assert "Mentions: 1000" in "".join(document(asked).itertext())
    assert len(queries) < 15
    assert len(asked.content) < 30_000  # the number of the rows, not each of them
    assert editor.post(url, {"post": "yes"}).status_code == 302
    assert not Mention.objects.exists()
    assert Neighbour.objects.get().other is None


def test_nobody_deletes_more_than_they_may(client: Client) -> None:
    make_everything()
    cautious = User.objects.create_user("cautious", is_staff=True)
    allowed = Permission.objects.filter(codename__in=["view_person", "delete_person"])
    cautious.user_permissions.set(allowed)
    client.force_login(cautious)
    url = address(Person, "delete", Person.objects.get().pk)
    assert "mention" in "".join(document(client.get(url)).itertext())
    assert client.post(url, {"post": "yes"}).status_code == 403
    assert Person.objects.exists()


@pytest.mark.parametrize("model", [ImportBatch, ImportedDocument])
def test_imports_are_only_read(model: type[Model], editor: Client) -> None:
    make_everything()
    row = model._default_manager.get()
    assert "_save" not in dict(_values(document(editor.get(change_address(row)))))
    for url in (change_address(row), address(model, "delete", row.pk), address(model, "add")):
        assert editor.post(url, {"post": "yes"}).status_code == 403
    assert model._default_manager.get() == row


def test_the_days_of_a_life_are_saved(editor: Client) -> None:
    days = {"first_day": "1934-03-09", "last_day": "1968-03-27"}
    assert save(editor, address(Person, "add"), name="Gagarin", slug="gagarin", **days) == ""
    assert Person.objects.get().last_day == date(1968, 3, 27)
