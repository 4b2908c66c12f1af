"""The story, its authors, its tags and its other languages."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from taggit.models import TaggedItemBase

from articles import body
from articles.addresses import address
from articles.languages import direction_of
from articles.readers.title_key import title_key

if TYPE_CHECKING:
    from articles.models.entity import Entity


# Room in the order for stories of the same second, and for undated ones that follow them. With a
# million, the positions of any year with four digits fit into 64 bits.
POSITIONS_A_SECOND = 1 << 20

# Undated stories that no chain ties to a dated one stand from here on, before all dated ones.
UNDATED = -(1 << 60)
PLACED = -(1 << 59)
# Stories whose place is not settled yet stand before all others.
UNPLACED = -(1 << 62)
UNPLACED_END = -(1 << 61)


ON_CARDS = (
    *("title", "slug", "standfirst", "lead", "language", "published_at", "date_precision"),
    *("not_before", "not_after", "stated_minutes", "word_count", "position"),
)


def position_at(moment: datetime) -> int:
    """Return the first place in the order that belongs to the second of `moment`."""
    return int(moment.timestamp() // 1) * POSITIONS_A_SECOND


class Status(models.TextChoices):
    """Whether readers may see a story."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")


class DatePrecision(models.TextChoices):
    """How much of the day a story appeared is known."""

    MOMENT = "moment", _("day and time")
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    UNKNOWN = "", _("unknown")


class ArticleQuerySet(models.QuerySet["Article"]):
    """The words that pages are written in."""

    def published(self, at: datetime | None = None) -> Self:
        """Keep what readers may see at the moment `at`, now by default.

        That is: the status is published, and the moment, if there is one, has come.
        """
        moment = at or timezone.now()
        return self.filter(
            models.Q(published_at=None) | models.Q(published_at__lte=moment),
            status=Status.PUBLISHED,
        )

    def newest_first(self) -> Self:
        return self.order_by("-position")

    def oldest_first(self) -> Self:
        return self.order_by("position")

    def before(self, article: Article) -> Self:
        """Keep what stands before `article` in the order of the newsroom."""
        return self.filter(position__lt=article.position)

    def after(self, article: Article) -> Self:
        """Keep what stands after `article` in the order of the newsroom."""
        return self.filter(position__gt=article.position)

    def placed(self) -> Self:
        """Keep the stories whose place in the order follows from a date, their own or along a chain."""
        return self.filter(position__gt=PLACED)

    def about(self, entity: Entity) -> Self:
        """Keep the stories in which readers may see a mention of `entity`."""
        from articles.models.mention import Mention  # it stands on this module

        mentions = Mention.objects.public().filter(entity_id=entity.pk)
        return self.filter(pk__in=mentions.values("article_id"))

    def tagged(self, tag_slug: str) -> Self:
        """Keep the stories that bear the tag."""
        return self.filter(
            pk__in=Tagging.objects.filter(tag__slug=tag_slug).values("content_object_id")
        )

    def dated_between(self, start: datetime, end: datetime) -> Self:
        """Keep the stories whose month is known and that appeared from `start` until before `end`."""
        return self.filter(published_at__gte=start, published_at__lt=end).exclude(
            date_precision=DatePrecision.YEAR
        )

    def free_position(self, moment: datetime) -> int:
        """Return a place in the order that nothing has yet, after all that appeared at `moment`."""
        start = position_at(moment)
        last = self.filter(position__gte=start, position__lt=start + POSITIONS_A_SECOND).aggregate(
            last=models.Max("position")
        )["last"]
        return start if last is None else last + 1

    def free_unplaced(self) -> int:
        """Return the first free place of those that wait for theirs."""
        last = self.filter(position__lt=UNPLACED_END).aggregate(last=models.Max("position"))["last"]
        return UNPLACED if last is None else last + 1

    def for_cards(self) -> Self:
        """Load only what a card in a list shows."""
        return self.only(*ON_CARDS)

    def for_search(self) -> Self:
        """Load what a card shows, and the text that a snippet is taken from."""
        return self.only(*ON_CARDS, "body_text")


class Article(models.Model):  # type: ignore[django-manager-missing]  # taggit ships no types
    """One story."""

    title = models.CharField(_("title"), max_length=500)
    title_key = models.CharField(
        max_length=500,
        editable=False,
        help_text=_("The title as other posts' footers are compared with it."),
    )
    slug = models.SlugField(
        _("slug"),
        max_length=100,
        db_index=False,
        help_text=_(
            "The last part of the story's address. The former one leads to it when it changes."
        ),
    )
    standfirst = models.TextField(
        _("standfirst"),
        blank=True,
        help_text=_("One or two sentences under the title that say why the story matters."),
    )
    lead = models.CharField(max_length=body.LONGEST_LEAD + 1, editable=False, blank=True)
    word_count = models.PositiveIntegerField(_("words"), default=0, editable=False)
    stated_minutes = models.PositiveSmallIntegerField(
        _("stated reading time"),
        null=True,
        blank=True,
        help_text=_("Minutes, as the source said. Without it they are counted from the words."),
    )
    caption = models.TextField(_("caption"), blank=True)
    credit = models.TextField(
        _("source"), blank=True, help_text=_("Who the text or picture is credited to.")
    )
    language = models.CharField(
        _("language"),
        max_length=12,
        default=settings.LANGUAGE_CODE,
        help_text=_("The code of the language the story is written in: en, ru, be, kk …"),
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.DRAFT
    )
    published_at = models.DateTimeField(
        _("published"),
        null=True,
        blank=True,
        help_text=_(
            "A moment still to come holds the story back until then. Unknown: leave empty."
        ),
    )
    date_precision = models.CharField(
        _("known of the date"),
        max_length=6,
        choices=DatePrecision.choices,
        default=DatePrecision.UNKNOWN,
        blank=True,
    )
    not_before = models.DateField(null=True, editable=False)
    not_after = models.DateField(null=True, editable=False)
    position = models.BigIntegerField(editable=False, unique=True)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last changed"), default=timezone.now, editable=False)
    edited_at = models.DateTimeField(
        _("changed by an editor"),
        null=True,
        editable=False,
        help_text=_("An import never overwrites a story that an editor has changed since."),
    )
    # The long columns stand last: SQLite reads a row from its beginning, so that a list that asks
    # for none of them does not walk through them.
    body_html = models.TextField(
        _("body"),
        blank=True,
        help_text=_("The story as HTML. What a story may not contain is taken out on saving."),
    )
    body_text = models.TextField(editable=False, blank=True)

    tags = TaggableManager(_("tags"), through="Tagging", blank=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            # Not `unique=True`, which would have PostgreSQL keep a second index for LIKE.
            models.UniqueConstraint(
                fields=["slug"],
                name="article_slug",
                violation_error_message=_("Another story has this address already."),
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values), name="article_status_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(published_at=None, date_precision="")
                | (
                    models.Q(published_at__isnull=False)
                    & models.Q(date_precision__in=["moment", "day", "month", "year"])
                ),
                name="article_date_has_a_precision",
                violation_error_message=_(
                    "Say how much of the date is known, or leave both empty."
                ),
            ),
            models.CheckConstraint(condition=~models.Q(title=""), name="article_has_a_title"),
        ]
        indexes = [
            # Lists walk the order and look only at what published() asks, without touching the rows.
            models.Index(fields=["status", "position", "published_at"], name="article_order"),
            models.Index(fields=["published_at", "position"], name="article_dates"),
            models.Index(fields=["title_key"], name="article_title_key"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the story, with a place in the order if it has none yet."""
        if self.position is None:
            moment = self.published_at or self.created_at
            self.position = Article.objects.free_position(moment)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return address("article", self.slug)

    def write_title(self, title: str) -> None:
        """Take `title`, and the key that other posts' footers find it by."""
        self.title = title
        self.title_key = title_key(title)

    def write_body(self, html: str) -> None:
        """Take `html`, cleaned, as the body, with everything that is derived from it."""
        self.body_html = body.clean(html)
        self.body_text = body.text_of(self.body_html)
        self.word_count = body.count_words(self.body_text)
        self.lead = body.lead_of(self.body_text)

    def is_published(self, at: datetime | None = None) -> bool:
        """Tell whether readers may see the story at the moment `at`, as published() does in a query."""
        moment = at or timezone.now()
        come = self.published_at is None or self.published_at <= moment
        return self.status == Status.PUBLISHED and come

    @property
    def body(self) -> SafeString:
        """The body for a template."""
        # Safe: write_body() and the importer store clean HTML only.
        return mark_safe(self.body_html)

    @property
    def reading_minutes(self) -> int:
        """The minutes the source stated, else those the words take."""
        return self.stated_minutes or body.minutes_to_read(self.word_count)

    @property
    def direction(self) -> str:
        """The way the story's script runs, as HTML's `dir` says it."""
        return direction_of(self.language)


class Byline(models.Model):
    """One author of one story, in the words of the story."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines", db_index=False)
    rank = models.PositiveSmallIntegerField(_("rank"), default=0)
    name = models.CharField(_("name"), max_length=200)
    person = models.ForeignKey(
        "Entity", models.SET_NULL, null=True, blank=True, related_name="bylines"
    )

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        constraints = [
            models.UniqueConstraint(fields=["article", "rank"], name="byline_once_a_rank")
        ]

    def __str__(self) -> str:
        return self.name


class Tagging(TaggedItemBase):  # type: ignore[misc]  # taggit ships no types
    """A tag on a story, as a real foreign key."""

    content_object: models.ForeignKey[Article, Article] = models.ForeignKey(
        Article, models.CASCADE, related_name="taggings", db_index=False
    )

    class Meta:
        verbose_name = _("tagging")
        verbose_name_plural = _("taggings")
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="tag_once_an_article")
        ]


class Translation(models.Model):
    """The same story in another language, as its source names it."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="translations", db_index=False
    )
    rank = models.PositiveSmallIntegerField(_("rank"), default=0)
    language = models.CharField(_("language"), max_length=12)
    title = models.CharField(_("title"), max_length=500, blank=True)
    title_key = models.CharField(max_length=500, blank=True, editable=False)
    address = models.URLField(_("address"), max_length=1000, blank=True)
    other = models.ForeignKey(
        Article, models.SET_NULL, null=True, blank=True, related_name="translation_of"
    )

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.UniqueConstraint(fields=["article", "rank"], name="translation_once_a_rank"),
        ]

    def __str__(self) -> str:
        return self.title or self.address
