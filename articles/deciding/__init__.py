"""What editors decide about names: each decision changes rows at once, is remembered, and can be undone.

    accept_name, reject_name, assign_name     a name that stories bear and nobody has
    choose_entity, choose_nobody              a name that several have, in one story
    confirm_quote, reject_quote               what somebody said
    tell_apart, merge, split                  two that may be one, two that are one, one that is two
    undo                                      any of these

Each takes the keys of its rows and the editor, and returns the `Decision`. What is not to be decided any
more raises `DecidedAlready`, what cannot be undone any more `CannotUndo`: both say why in a sentence.
"""

from articles.deciding.choosing import choose_entity, choose_nobody
from articles.deciding.duplicates import tell_apart
from articles.deciding.merging import merge
from articles.deciding.names import accept_name, assign_name, reject_name
from articles.deciding.problems import CannotDecide, CannotUndo, DecidedAlready
from articles.deciding.quotes import confirm_quote, reject_quote
from articles.deciding.splitting import split
from articles.deciding.undoing import undo

__all__ = [
    "CannotDecide",
    "CannotUndo",
    "DecidedAlready",
    "accept_name",
    "assign_name",
    "choose_entity",
    "choose_nobody",
    "confirm_quote",
    "merge",
    "reject_name",
    "reject_quote",
    "split",
    "tell_apart",
    "undo",
]
