"""Why something is not decided.

CannotDecide
    DecidedAlready    somebody was quicker, or the story has changed
    CannotUndo        something stands on it, or it is undone
"""

from __future__ import annotations

from django.utils.translation import gettext as _


class CannotDecide(Exception):
    """Why not, as a sentence for the editor."""


class DecidedAlready(CannotDecide):
    """The row does not wait for a decision, or is not there any more."""

    def __init__(self) -> None:
        super().__init__(_("This has been decided already, or its story has changed."))


class CannotUndo(CannotDecide):
    """The decision stays as it is."""
