"""The cast that tests tell their stories with: plain functions, each making one thing.

    gagarin = make_person("Yuri Gagarin")
    story = make_article("A man in space", paragraphs=["Yuri Gagarin flew on 12 April 1961."])
    make_mention(story, gagarin)

`make_newsroom()` makes the small archive of spaceflight that whole pages are looked at with.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from html import escape
from typing import Any

from django.contrib.auth.models import User

from articles.models import (
    Article,
    Byline,
    Direction,
    Entity,
    Event,
    FoundBy,
    MadeBy,
    Mention,
    Neighbour,
    Organization,
    Person,
    Quote,
    RelatedLink,
    Role,
    State,
)
from articles.readers import title_key
from articles.slugs import slug_from

PARAGRAPHS = [
    "Sputnik went up from Tyuratam on 4 October 1957.",
    "Its signal was heard all over the world for three weeks.",
]


# Stories


def make_article(
    title: str = "Sputnik is in orbit",
    *,
    paragraphs: list[str] | None = None,
    html: str = "",
    **fields: Any,
) -> Article:
    """Make a published story, undated unless `published_at` says otherwise."""
    if fields.get("published_at"):
        fields.setdefault("date_precision", "moment")
    article = Article(
        **{"slug": slug_from(title, "story"), "status": "published", "language": "en"} | fields
    )
    article.write_title(title)
    article.write_body(
        html or "\n".join(f"<p>{escape(text)}</p>" for text in paragraphs or PARAGRAPHS)
    )
    article.save()
    return article


def make_byline(article: Article, name: str, person: Entity | None = None) -> Byline:
    return Byline.objects.create(
        article=article, rank=article.bylines.count(), name=name, person=person
    )


# What stands beside a story


def make_neighbour(article: Article, direction: str, title: str) -> Neighbour:
    """Say what the source saw before or after a story, and find it if it is there."""
    key = title_key(title)
    return Neighbour.objects.create(
        article=article,
        direction=direction,
        title=title,
        title_key=key,
        other=Article.objects.filter(title_key=key).first(),
    )


def make_related(article: Article, title: str, **fields: Any) -> RelatedLink:
    """Say that the source named a related story, and find it if it is there."""
    key = title_key(title)
    return RelatedLink.objects.create(
        **{
            "article": article,
            "made_by": MadeBy.ARCHIVE,
            "rank": article.related_links.count(),
            "title": title,
            "title_key": key,
            "other": Article.objects.filter(title_key=key).first(),
        }
        | fields
    )


# People, organizations and events


def make_person(name: str = "Yuri Gagarin", **fields: Any) -> Person:
    made: Person = Person.objects.create(
        **{"name": name, "slug": slug_from(name, "person")} | fields
    )
    return made


def make_organization(name: str = "NASA", **fields: Any) -> Organization:
    made: Organization = Organization.objects.create(
        **{"name": name, "slug": slug_from(name, "organization")} | fields
    )
    return made


def make_event(name: str = "The flight of Vostok 1", **fields: Any) -> Event:
    made: Event = Event.objects.create(**{"name": name, "slug": slug_from(name, "event")} | fields)
    return made


def make_mention(
    article: Article,
    entity: Entity,
    surface: str = "",
    state: str = State.CONFIRMED,
    confidence: int | None = None,
) -> Mention:
    """Say that a story names somebody, the first time that the name stands in it."""
    surface = surface or entity.name
    start = article.body_text.index(surface)
    return Mention.objects.create(
        article=article,
        entity_id=entity.pk,
        start=start,
        end=start + len(surface),
        surface=surface,
        found_by=FoundBy.EDITOR,
        state=state,
        confidence=CONFIDENCE[state] if confidence is None else confidence,
    )


def make_quote(article: Article, text: str, speaker: Entity, **fields: Any) -> Quote:
    """Say that somebody said a stretch of a story, the first time that it stands there."""
    start = article.body_text.index(text)
    return Quote.objects.create(
        **{
            "article": article,
            "start": start,
            "end": start + len(text),
            "speaker_id": speaker.pk,
            "found_by": FoundBy.EDITOR,
            "state": State.CONFIRMED,
        }
        | fields
    )


def make_role(person: Entity, title: str, article: Article) -> Role:
    """Say what a story called somebody."""
    return Role.objects.create(person_id=person.pk, title=title, article=article)


# What makes a find public, or not.
CONFIDENCE: dict[str, int] = {State.CONFIRMED: 100, State.SUGGESTED: 50, State.REJECTED: 0}


# The newsroom's own people


def make_editor(name: str = "editor") -> User:
    """Make somebody who may do everything at the editor's desk."""
    return User.objects.create_superuser(name, password="a quiet word among friends")


# A small archive

FLIGHTS = [
    ("1957-10-04", "Sputnik is in orbit", "The first artificial satellite went up from Tyuratam."),
    ("1957-11-03", "A dog called Laika flies", "Sputnik 2 carried Laika into orbit."),
    ("1959-09-14", "Luna 2 reaches the Moon", "Luna 2 struck the Moon near the crater Autolycus."),
    ("1959-10-07", "The far side of the Moon", "Luna 3 photographed what nobody had ever seen."),
    ("1961-05-05", "Alan Shepard crosses the line", "Freedom 7 flew for fifteen minutes."),
    ("1962-02-20", "John Glenn circles the Earth", "Friendship 7 flew three times around."),
    ("1963-06-16", "Valentina Tereshkova in space", "Vostok 6 carried Valentina Tereshkova."),
    ("1965-03-18", "Alexei Leonov steps outside", "Alexei Leonov left Voskhod 2 for 12 minutes."),
    ("1966-02-03", "Luna 9 stands on the Moon", "Luna 9 sent the first pictures from the surface."),
    ("1968-12-24", "Apollo 8 goes around the Moon", "Three men saw the Earth rise over the Moon."),
    ("1969-07-20", "Two men walk on the Moon", "Apollo 11 landed in the Sea of Tranquility."),
    ("1970-11-17", "Lunokhod 1 drives off", "The first rover left its tracks on the Moon."),
    ("1970-12-15", "Venera 7 speaks from Venus", "Venera 7 sent data from a planet's ground."),
    ("1971-04-19", "Salyut 1 goes up", "The first space station went into orbit."),
    ("1975-07-17", "Apollo and Soyuz dock", "Two ships met above the Atlantic."),
    ("1976-07-20", "Viking 1 lands on Mars", "Viking 1 landed in Chryse Planitia."),
    ("1977-09-05", "Voyager 1 leaves", "Voyager 1 set out for Jupiter and Saturn."),
    ("1981-04-12", "Columbia flies", "The first space shuttle went up from Florida."),
    ("1986-02-20", "Mir goes up", "The core of the station Mir went into orbit."),
    ("1990-04-24", "The Hubble telescope goes up", "Discovery carried the Hubble telescope."),
    ("1998-11-20", "Zarya begins the ISS", "Zarya went up from Baikonur."),
]  # fmt: skip


def make_newsroom() -> Article:
    """Make stories of every sort, so that no list is empty, and return one that has everything."""
    for day, title, text in FLIGHTS:
        moment = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
        make_article(title, paragraphs=[text], published_at=moment, date_precision="day")
    make_article("A note without a date", paragraphs=["Nobody knows when this was written."])
    make_article(
        "Паехалі: чалавек у космасе",
        paragraphs=["Юрый Гагарын зляцеў 12 красавіка."],
        language="be",
        slug="belarusian",
    )
    make_article(
        "أول إنسان في الفضاء",
        paragraphs=["طار يوري غاغارين حول الأرض."],
        language="ar",
        slug="arabic",
    )
    make_article("Donaudampf" * 10, paragraphs=["schifffahrt" * 20], slug="long-words")
    return _make_full_article()


def _make_full_article() -> Article:
    article = make_article(
        "Yuri Gagarin is the first man in space",
        html=(
            "<p>Yuri Gagarin flew around the Earth on 12 April 1961. «Поехали!» he said as "
            "Vostok 1 left the ground.</p><h2>Who built it</h2><p>The ship was built in the "
            'design bureau OKB-1 under <a href="https://example.org/korolev">Sergei Korolev'
            "</a>.</p><blockquote>"
            "<p>Поехали!</p></blockquote><ul><li>Height: 327 km</li><li>Time: 108 minutes</li></ul>"
        ),
        standfirst="One hundred and eight minutes that everybody remembers.",
        published_at=datetime(1961, 4, 12, 6, 7, tzinfo=UTC),
        stated_minutes=4,
        caption="Gagarin in the bus on the way to the launch pad.",
        credit="Source: the archive",
    )
    gagarin = make_person(
        description="The first human in space.",
        first_day=date(1934, 3, 9),
        last_day=date(1968, 3, 27),
        place="Klushino",
    )
    make_mention(article, gagarin)
    make_quote(article, "Поехали!", gagarin)
    make_role(gagarin, "Pilot of Vostok 1", article)
    make_mention(article, make_person("Sergei Korolev", last_day=date(1966, 1, 14)))
    make_mention(article, make_organization("OKB-1", first_day=date(1946, 1, 1)))
    make_mention(
        article, make_event("Vostok 1", first_day=date(1961, 4, 12), last_day=date(1961, 4, 12))
    )
    article.tags.add("spaceflight", "Vostok")
    make_byline(article, "The science desk")
    make_neighbour(article, Direction.PREVIOUS, "The far side of the Moon")
    make_neighbour(article, Direction.NEXT, "A story that the archive has lost")
    make_related(article, "Sputnik is in orbit", reasons=["The same years"])
    make_related(article, "Another lost story")
    return article
