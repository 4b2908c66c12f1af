"""The order of the newsroom: where each story stands among all others, dated or not.

The archive's documents name the posts before and after them. What both sides say is firm, what one says
and the other does not deny is weak, all else is not followed.

    rows.py       reads stories and claims, writes what follows from them
      → tying.py      claim → the story it means, or a lost one
      → chain.py      claims → what follows what; circles broken
      → sequence.py   chain → one order, in which dates hold
           told_days.py   a text → the last day it tells, for those that nothing else places
      → places.py     order → positions, of which old ones stay

Only rows.py knows a database.
"""

from articles.chronology.rows import arrange

__all__ = ["arrange"]
