"""Make any number of posts as a scraper saved them, the same ones for the same seed.

    python -m tests.benchmarks.generator 100000 FOLDER [--seed N]

A post has about 350 words. Its names follow Zipf's law, as in a real archive: a few people and
organizations stand in very many stories, most in a handful. Each post names the ones before and
after it and up to three related ones; 24 in 25 bear a date, unless asked otherwise, spread over 20
years in the order of the posts. No two titles are equal unless that is asked for.
"""

from __future__ import annotations

import argparse
from bisect import bisect
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate
from math import prod
from pathlib import Path
from random import Random

from tests.benchmarks import words

SEED = 1957
POSTS_A_FOLDER = 1000

FIRST_DAY = datetime(2002, 1, 1)
DAYS = 20 * 365
DATED = 0.96
DATE_FORMS = ["%d %B %Y", "%B %d, %Y", "%B %d, %Y, %H:%M", "%Y-%m-%dT%H:%M+03:00", "%d.%m.%Y"]

TITLE_PARTS = [words.OBSERVERS, words.DEEDS, words.SUBJECTS, words.PLACES, words.TIMES]
TITLES = prod(map(len, TITLE_PARTS))
# A prime that divides no list's length, so that every title comes up once before any comes up
# again, and neighbours' titles have nothing in common.
TITLE_STEP = 15_485_863


class Archive:
    """`count` posts, each made when it is asked for, from the seed and its own number alone.

    `dated` is the part that bears a date, `namesakes` the part that bears the title of another.
    """

    def __init__(
        self, count: int, seed: int = SEED, *, dated: float = DATED, namesakes: float = 0
    ) -> None:
        self.count = count
        self.seed = seed
        self.dated = dated
        random = Random(f"{seed}:namesakes")
        pair = random.sample(range(count), 2 * round(count * namesakes / 2))
        self._namesakes = dict(zip(pair[::2], pair[1::2], strict=True))
        self._people = _zipf(50 + count // 8)
        self._organizations = _zipf(20 + count // 50)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Give the path and the text of every post."""
        return ((self.path(number), self.text(number)) for number in range(self.count))

    def write(self, folder: Path) -> None:
        """Save the posts below `folder`."""
        for path, text in self:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def path(self, number: int) -> str:
        return f"{number // POSTS_A_FOLDER:03}/{number:06}.txt"

    def title(self, number: int) -> str:
        """Return the title of the post of this number."""
        number = self._namesakes.get(number, number)
        around, rest = divmod(number, TITLES)
        rest = (rest * TITLE_STEP + self.seed) % TITLES
        parts = []
        for part in TITLE_PARTS:
            rest, place = divmod(rest, len(part))
            parts.append(part[place])
        who, does, what, where, when = parts
        return f"{who} {does} {what} in {where} {when}" + (f" ({around + 1})" if around else "")

    def text(self, number: int) -> str:
        """Return the post of this number as the scraper would have saved it."""
        random = Random(f"{self.seed}:{number}")
        paragraphs = Story(self._cast(random), random).paragraphs()
        count = sum(map(_count_words, paragraphs))
        header = [self.title(number), f"{max(1, round(count / 238))} mins"]
        if random.random() < self.dated:
            header.append(self._date(number, random))
        if random.random() < 0.3:
            header.append(f"By {person(_draw(self._people, random))}")
        return "\n\n".join([*header, *paragraphs]) + "\n\n\n" + self._footer(number, random)

    def _date(self, number: int, random: Random) -> str:
        moment = FIRST_DAY + timedelta(days=DAYS * number / self.count)
        return moment.strftime(random.choice(DATE_FORMS))

    def _cast(self, random: Random) -> tuple[list[str], list[str]]:
        people = [person(_draw(self._people, random)) for _ in range(random.randint(2, 5))]
        bodies = [organization(_draw(self._organizations, random)) for _ in range(3)]
        return people, bodies

    def _footer(self, number: int, random: Random) -> str:
        lines = []
        if number > 0:
            lines += ["Previous post", self.title(number - 1)]
        if number < self.count - 1:
            lines += ["Next post", self.title(number + 1)]
        related = {random.randrange(self.count) for _ in range(random.randint(0, 3))} - {number}
        return "\n".join([*lines, "\nRelated Posts", *map(self.title, sorted(related))])


class Story:
    """The paragraphs of one post; a person is called by the last name after the first time."""

    def __init__(self, cast: tuple[list[str], list[str]], random: Random) -> None:
        self.people, self.bodies = cast
        self.random = random
        self.introduced: set[str] = set()

    def paragraphs(self) -> list[str]:
        """Return paragraphs of about 350 words in all: three sentences each, and often a quote."""
        wanted = self.random.gauss(320, 80)
        paragraphs = [" ".join([self._sentence(words.OPENINGS), self._sentence(words.SENTENCES)])]
        count = _count_words(paragraphs[0])
        while count < wanted:
            kinds = [words.SENTENCES] * 3 + [words.QUOTES] * self.random.randint(0, 1)
            paragraphs.append(" ".join(map(self._sentence, kinds)))
            count += _count_words(paragraphs[-1])
        return paragraphs

    def _sentence(self, templates: list[str]) -> str:
        random = self.random
        name = random.choice(self.people)
        body, other = random.sample(self.bodies, 2)
        sentence = random.choice(templates).format(
            first=f"{name}, the {random.choice(words.OFFICES)} of {body}",
            person=name,
            last=name.rpartition(" ")[2] if name in self.introduced else name,
            body=body,
            other=other,
            subject=random.choice(words.SUBJECTS),
            place=random.choice(words.PLACES),
            number=random.randint(2, 900),
        )
        if name in sentence:
            self.introduced.add(name)
        return sentence[0].upper() + sentence[1:]


def person(rank: int) -> str:
    """Return the name of the person who comes up `rank`-th most often."""
    firsts, lasts = words.FIRST_NAMES, words.LAST_NAMES
    row, column = divmod(rank, len(firsts))
    around, row = divmod(row, len(lasts))
    middle = f" {chr(ord('A') + (around - 1) % 26)}." if around else ""
    return f"{firsts[column]}{middle} {lasts[(row + column * 7) % len(lasts)]}"


def organization(rank: int) -> str:
    """Return the name of the organization that comes up `rank`-th most often."""
    row, column = divmod(rank, len(words.LAST_NAMES))
    around, row = divmod(row, len(words.BODIES))
    body = words.BODIES[(row + column) % len(words.BODIES)]
    return f"the {words.LAST_NAMES[column]} {body}" + (
        f" of {words.PLACES[around - 1]}" if around else ""
    )


def _zipf(count: int) -> list[float]:
    """Return the running sums of the weights 1, 1/2, 1/3 … of `count` ranks."""
    return list(accumulate(1 / (rank + 1) for rank in range(count)))


def _draw(sums: list[float], random: Random) -> int:
    return bisect(sums, random.random() * sums[-1])


def _count_words(text: str) -> int:
    return text.count(" ") + 1


def main() -> None:
    parser = argparse.ArgumentParser(description="Make posts as a scraper would have saved them.")
    parser.add_argument("count", type=int, help="how many posts")
    parser.add_argument("folder", type=Path, help="where to save them")
    parser.add_argument("--seed", type=int, default=SEED, help=f"another archive (default: {SEED})")
    arguments = parser.parse_args()
    Archive(arguments.count, arguments.seed).write(arguments.folder)


if __name__ == "__main__":
    main()
