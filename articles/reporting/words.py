"""A finding in an editor's words, and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.models import Article, Finding, ImportedDocument, Outcome, Topic

FINDINGS_AT_ONCE = 500


# What is said of each topic; of what one source says of a side, for each side.
SENTENCES = {
    (Topic.SHORT, ""): gettext_lazy(
        "“%(article)s” has %(words)d words, too few for the %(minutes)d minutes it states."
    ),
    (Topic.LONG, ""): gettext_lazy(
        "“%(article)s” has %(words)d words, too many for the %(minutes)d minutes it states."
    ),
    (Topic.ALIKE, ""): gettext_lazy(
        "“%(article)s” and “%(other)s” have %(percent)d %% of their wording in common."
    ),
    (Topic.MISDATED, ""): gettext_lazy(
        "“%(article)s” bears a date that those of the stories beside it contradict."
    ),
    (Topic.CIRCLE, ""): gettext_lazy(
        "From “%(other)s” on, one story names the next until “%(article)s”, and that one the first."
    ),
    (Topic.SHARED, "previous"): gettext_lazy(
        "“%(article)s” names as the one before it “%(title)s”, a title that several have."
    ),
    (Topic.SHARED, "next"): gettext_lazy(
        "“%(article)s” names as the one after it “%(title)s”, a title that several have."
    ),
    (Topic.WEAK, "previous"): gettext_lazy(
        "“%(article)s” names as the one before it “%(other)s”, which does not name it in return."
    ),
    (Topic.WEAK, "next"): gettext_lazy(
        "“%(article)s” names as the one after it “%(other)s”, which does not name it in return."
    ),
    (Topic.CONTRADICTED, "previous"): gettext_lazy(
        "“%(article)s” names as the one before it “%(other)s”, which names after it “%(answer)s”."
    ),
    (Topic.CONTRADICTED, "next"): gettext_lazy(
        "“%(article)s” names as the one after it “%(other)s”, which names before it “%(answer)s”."
    ),
    (Topic.CONTRADICTED, "previous, as others"): gettext_lazy(
        "“%(article)s” names as the one before it “%(other)s”, as other stories do."
    ),
    (Topic.CONTRADICTED, "next, as others"): gettext_lazy(
        "“%(article)s” names as the one after it “%(other)s”, as other stories do."
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One finding: a sentence on it, and the stories it is about, the first of which it is told of."""

    finding: Finding
    sentence: str
    stories: list[Article]


def findings_about(topic: str) -> QuerySet[Finding]:
    """Return what was found on a topic, in its order, with the titles of the stories."""
    fields = [f"{story}__{field}" for story in ("article", "other") for field in ("title", "slug")]
    own = ("topic", "rank", "title", "facts")
    rows = Finding.objects.filter(topic=topic).select_related("article", "other")
    return rows.only(*own, *fields).order_by("rank")


def refused() -> QuerySet[ImportedDocument]:
    """Return the documents that were refused when they were last read, in the order of their keys."""
    return ImportedDocument.objects.filter(outcome=Outcome.REFUSED).order_by("source_key")


def tell(findings: Sequence[Finding]) -> list[Told]:
    """Return the findings with their sentences and stories."""
    wanted = {pk for one in findings for pk, _side in one.facts.get("named_by", ())}
    namers = Article.objects.only("title", "slug").in_bulk(wanted)
    told = []
    for finding in findings:
        stories = [story for story in (finding.article, finding.other) if story]
        named_by = [namers[pk] for pk, _side in finding.facts.get("named_by", ()) if pk in namers]
        stories += [story for story in named_by if story not in stories]
        told.append(Told(finding, sentence_on(finding), stories))
    return told


def sentence_on(finding: Finding) -> str:
    """Return a sentence on a finding, in the words of the desk."""
    if finding.topic == Topic.LOST:
        return _lost(finding)
    facts: dict[str, Any] = finding.facts
    how = facts.get("side", "") + ("" if facts.get("answer", "-") else ", as others")
    words: str = SENTENCES[Topic(finding.topic), how] % {
        **facts,
        "article": finding.article.title if finding.article else _("a lost one"),
        "other": finding.other.title if finding.other else _("a lost one"),
        "title": finding.title,
        "percent": round(100 * facts.get("resemblance", 0)),
    }
    return words


def _lost(finding: Finding) -> str:
    parts = [f"“{finding.title}”", _place(finding), _days(finding.facts)]
    if finding.facts["namesake"]:
        parts.append(_("another story has its title"))
    names = finding.facts["names"]
    parts.append(
        ngettext("named by %(names)d story", "named by %(names)d stories", names) % {"names": names}
    )
    return ", ".join(part for part in parts if part) + "."


def _place(finding: Finding) -> str:
    titles = {
        "before": finding.article.title if finding.article else "",
        "after": finding.other.title if finding.other else "",
    }
    if titles["before"] and titles["after"]:
        return _("between “%(before)s” and “%(after)s”") % titles
    if titles["before"]:
        return _("after “%(before)s”") % titles
    return _("before “%(after)s”") % titles if titles["after"] else ""


def _days(facts: dict[str, Any]) -> str:
    first, last = (
        date_format(date.fromisoformat(facts[name])) if facts[name] else ""
        for name in ("not_before", "not_after")
    )
    if first and last:
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    if first:
        return _("%(first)s or later") % {"first": first}
    return _("%(last)s or earlier") % {"last": last} if last else ""


# As data


def as_data(told: Told) -> dict[str, Any]:
    """Return a finding as one object of the report, with stories by title and slug."""
    finding = told.finding
    slugs = {story.pk: story for story in told.stories}
    data = {
        "title": finding.title or None,
        "article": _story(finding.article),
        "other": _story(finding.other),
        **finding.facts,
    }
    if finding.topic == Topic.LOST:
        data["between"] = [data.pop("article"), data.pop("other")]
        data["named_by"] = [
            {"side": side, **(_story(slugs.get(pk)) or {})} for pk, side in data["named_by"]
        ]
    return data


def all_as_data(topic: str) -> Iterator[dict[str, Any]]:
    """Yield everything found on a topic as data, without ever holding it all."""
    rows = findings_about(topic)
    last = 0
    while batch := list(rows.filter(rank__gt=last)[:FINDINGS_AT_ONCE]):
        yield from map(as_data, tell(batch))
        last = batch[-1].rank


def _story(article: Article | None) -> dict[str, str] | None:
    return {"title": article.title, "slug": article.slug} if article else None
