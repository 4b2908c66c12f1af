"""What somebody said: that they did, or did not."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from articles.deciding.problems import CannotUndo, DecidedAlready
from articles.deciding.record import Editor, entity_mark, remember
from articles.models import Decision, Entity, Quote, State
from articles.models.mention import REFUSED, SURE

SUMMARY_LETTERS = 80


@transaction.atomic
def confirm_quote(quote_id: int, by: Editor, speaker_id: int | None = None) -> Decision:
    """Confirm that it was said, by somebody else than the rule thought if `speaker_id` is given."""
    quote = _waiting(quote_id)
    before = _fields(quote)
    if speaker_id is not None:
        quote.speaker = Entity.objects.filter(pk=speaker_id).first()
        if quote.speaker is None:
            raise DecidedAlready
    _decide(quote, State.CONFIRMED, SURE)
    said = {"name": quote.speaker or quote.speaker_text or _("somebody"), "text": _words(quote)}
    summary = _("%(name)s said “%(text)s”") % said
    return _remember(Decision.Verb.CONFIRM_QUOTE, summary, by, quote, before)


@transaction.atomic
def reject_quote(quote_id: int, by: Editor) -> Decision:
    """Remember for ever that it was not said, or not by them."""
    quote = _waiting(quote_id)
    before = _fields(quote)
    _decide(quote, State.REJECTED, REFUSED)
    summary = _("Not a quote, or not theirs: “%s”") % _words(quote)
    return _remember(Decision.Verb.REJECT_QUOTE, summary, by, quote, before)


def undecide(before: dict[str, Any]) -> None:
    if not Quote.objects.filter(pk=before["quote"]).update(**before["fields"]):
        raise CannotUndo(_("The quote is not in its story any more."))


def _waiting(quote_id: int) -> Quote:
    rows = Quote.objects.select_for_update(of=("self",)).select_related("article", "speaker")
    quote: Quote | None = rows.filter(pk=quote_id, state=State.SUGGESTED).first()
    if quote is None:
        raise DecidedAlready
    return quote


def _fields(quote: Quote) -> dict[str, Any]:
    names = ("state", "confidence", "speaker_id")
    return {name: getattr(quote, name) for name in names}


def _decide(quote: Quote, state: State, confidence: int) -> None:
    quote.state, quote.confidence = state, confidence
    quote.save(update_fields=["state", "confidence", "speaker"])


def _words(quote: Quote) -> str:
    text = quote.article.body_text[quote.start : quote.end]
    return text if len(text) <= SUMMARY_LETTERS else f"{text[: SUMMARY_LETTERS - 1]}…"


def _remember(
    verb: Decision.Verb,
    summary: str,
    by: Editor,
    quote: Quote,
    before: dict[str, Any],
) -> Decision:
    speakers = {before["speaker_id"], quote.speaker_id} - {None}
    return remember(
        verb,
        summary,
        by,
        holds=[f"quote {quote.pk}"],
        stands_on=map(entity_mark, speakers),
        quote=quote.pk,
        fields=before,
    )
