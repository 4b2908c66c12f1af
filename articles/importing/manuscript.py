"""Post → Manuscript: a story with everything derived that its rows need, still without a database.

This is done where the document was read, in another process, so that writing has only to write.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import NamedTuple
from zoneinfo import ZoneInfo

from articles import body
from articles.names import Said, Sighted, names_in_story
from articles.readers import Block, BlockKind, PartialDate, Post, title_key
from articles.related.terms import Term, terms_of
from articles.search.entry import Entry, entry
from articles.slugs import slug_from

# The longest names the rows hold; in characters.
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Options:
    """What the archivist says of the whole archive."""

    status: str = "published"
    language: str = "en"
    time_zone: str = "UTC"
    dry_run: bool = False
    finds_names: bool = True


class Named(NamedTuple):
    """A title in a footer, with the key that finds its story."""

    title: str
    key: str


class Version(NamedTuple):
    """A line that points to the same story in another language."""

    language: str
    title: str
    key: str
    address: str


@dataclass(frozen=True)  # without slots: these make the way between processes slow
class Manuscript:
    """A story ready to be written; the names of its fields are those of the models."""

    title: str
    title_key: str
    slug: str
    body_html: str
    body_text: str
    lead: str
    word_count: int
    stated_minutes: int | None
    caption: str
    credit: str
    language: str
    published_at: datetime | None
    date_precision: str
    authors: tuple[str, ...]
    translations: tuple[Version, ...]
    previous: Named | None
    next: Named | None
    related: tuple[Named, ...]
    names: tuple[Sighted, ...]
    quotes: tuple[Said, ...]
    entry: Entry
    terms: tuple[Term, ...]

    def neighbours(self) -> Iterator[tuple[str, Named]]:
        """Yield what stood beside the story, with the side it stood on."""
        if self.previous:
            yield "previous", self.previous
        if self.next:
            yield "next", self.next


def manuscript(post: Post, options: Options) -> Manuscript:
    """Return `post` ready to be written, with `options` where the post itself is silent."""
    text = text_of_blocks(post.blocks)
    language = post.language or options.language
    names, quotes = names_in_story(text, language) if options.finds_names else ((), ())
    published_at, precision = moment_of(post.published, ZoneInfo(options.time_zone))
    return Manuscript(
        title=post.title,
        title_key=title_key(post.title),
        slug=slug_from(post.title, "story"),
        body_html=html_of_blocks(post.blocks),
        body_text=text,
        lead=body.lead_of(text),
        word_count=body.count_words(text),
        stated_minutes=post.reading_minutes,
        caption=post.caption,
        credit=post.credit,
        language=language,
        published_at=published_at,
        date_precision=precision,
        authors=tuple(name[:LONGEST_NAME] for name in post.authors),
        translations=tuple(
            Version(other.language, other.title, title_key(other.title), other.address)
            for other in post.translations
        ),
        previous=_named(post.previous),
        next=_named(post.next),
        related=tuple(Named(title, title_key(title)) for title in post.related),
        names=names,
        quotes=quotes,
        entry=entry(post.title, (name.key for name in names), "", text),
        terms=terms_of(post.title, "", text),
    )


def html_of_blocks(blocks: tuple[Block, ...]) -> str:
    """Return the blocks as the HTML that `body.clean()` would leave as it is."""
    return "\n".join(_html_of(block) for block in blocks)


def text_of_blocks(blocks: tuple[Block, ...]) -> str:
    """Return what `body.text_of()` derives from the blocks' HTML, without parsing it.

    The readers leave no runs of white space in a line.
    """
    return "\n\n".join(line for block in blocks for line in block.lines)


def moment_of(known: PartialDate | None, zone: ZoneInfo) -> tuple[datetime | None, str]:
    """Return the first moment, in UTC, of what is known of a date, and how precise that is.

    A time without an offset, and the start of a day, month or year, are those of `zone`.
    """
    if known is None:
        return None, ""
    if known.moment is not None:
        moment = known.moment if known.moment.tzinfo else known.moment.replace(tzinfo=zone)
        return moment.astimezone(UTC), "moment"
    start = datetime(known.year, known.month or 1, known.day or 1, tzinfo=zone).astimezone(UTC)
    return start, "day" if known.day else "month" if known.month else "year"


def _named(title: str | None) -> Named | None:
    return Named(title, title_key(title)) if title else None


def _html_of(block: Block) -> str:
    lines = [escape(line, quote=False) for line in block.lines]
    match block.kind:
        case BlockKind.SUBHEADING:
            return f"<h2>{' '.join(lines)}</h2>"
        case BlockKind.LIST | BlockKind.NUMBERED_LIST:
            tag = "ul" if block.kind == BlockKind.LIST else "ol"
            items = "\n".join(f"<li>{line}</li>" for line in lines)
            return f"<{tag}>\n{items}\n</{tag}>"
        case _:
            return f"<p>{' '.join(lines)}</p>"
