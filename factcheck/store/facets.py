"""What claims can be filtered and grouped by: the values there are, what they are called, how many claims have them."""

import sqlite3
from collections.abc import Sequence
from functools import cached_property

from factcheck.listing import Choice
from factcheck.model import Article, Project, Rating, Scale, Status
from factcheck.store import listed
from factcheck.store.asking import FACETS, Asked
from factcheck.store.border import rows
from factcheck.store.reader import Reader

_STATUSES = [str(status) for status in Status]
_WRITTEN = ("claimant", "topic", "assignee")


class Facets:
    """Asks one state of a project."""

    def __init__(self, connection: sqlite3.Connection, state: Reader) -> None:
        self._connection, self._state = connection, state

    @cached_property
    def _scales(self) -> list[Scale]:
        """The one that new verdicts are given on comes first: what several scales have is called as on it."""
        own = {project.scale_id for project in self._state.each(Project)}
        return sorted(self._state.each(Scale), key=lambda scale: scale.id not in own)

    @cached_property
    def _ratings(self) -> dict[int, Rating]:
        """By what stands for them in the column of verdicts."""
        scales = reversed(self._scales)
        return {listed.truths(scale)[rating.key]: rating for scale in scales for rating in scale.ratings}

    def truths(self, keys: frozenset[str]) -> list[int]:
        """What stands for ratings with these keys; "" for none."""
        found = [truth for truth, rating in self._ratings.items() if rating.key in keys]
        return [*found, listed.UNRATED] if "" in keys else found

    def name(self, facet: str, value: str | int) -> str:
        """What is called so in a column: the status, the label of the rating, else as the first claim writes it."""
        if facet == "status":
            return _STATUSES[int(value)]
        if facet == "verdict":
            rating = self._ratings.get(int(value))
            return rating.label if rating else ""
        sql = f"""SELECT claims.{facet} FROM derived_claims AS listed JOIN claims USING (id)
            WHERE listed.{facet} = ? ORDER BY listed.number LIMIT 1"""  # noqa: S608 - our names
        found = self._connection.execute(sql, (value,)).fetchone()
        return str(found[0]) if found else str(value)

    def named(self, facet: str, raw: str) -> str:
        """The same of a value as filters take it; "" where there is none any more."""
        if facet == "article":
            article = self._state.get(Article, raw)
            return article.title if article else ""
        if facet == "verdict":
            return next((one.label for scale in self._scales for one in scale.ratings if one.key == raw), "")
        return self.name(facet, raw) if facet in _WRITTEN else raw

    def choices(self, facet: str, most: int, asked: Asked, words: str = "") -> Sequence[Choice]:
        """The values of a facet among what is asked for: status and verdict in their order, else the most frequent
        first.
        """
        if facet == "article":
            return self._articles(most, asked, words)
        wanted = listed.key(words) if facet in _WRITTEN else ""
        some = (f"instr({FACETS[facet]}, ?)",) if wanted else ()
        order = "many DESC, 1" if facet in _WRITTEN else "1"
        sql = f"""{asked.counted_by(FACETS[facet])} {asked.rows(*some)}
            GROUP BY 1 ORDER BY {order} LIMIT ?"""
        values = (*asked.bound(), *([wanted] if wanted else []), most)
        found = self._connection.execute(sql, values).fetchall()
        made = [Choice(self._raw(facet, value), self.name(facet, value), many) for value, many in found]
        return _once(made) if facet == "verdict" else made

    def _raw(self, facet: str, value: str | int) -> str:
        if facet == "verdict":
            rating = self._ratings.get(int(value))
            return rating.key if rating else ""
        return _STATUSES[int(value)] if facet == "status" else str(value)

    def _articles(self, most: int, asked: Asked, words: str) -> list[Choice]:
        sql = f"""SELECT article_id, title, count(DISTINCT claim_id) AS many
            FROM appearances JOIN articles ON articles.id = article_id
            WHERE claim_id IN (SELECT derived_claims.id {asked.rows()})
            GROUP BY article_id ORDER BY many DESC, title"""  # noqa: S608 - our names
        wanted = words.casefold().split()
        found = (Choice(*row) for row in rows(self._connection, sql, asked.bound()))
        return [choice for choice in found if all(word in choice.shown.casefold() for word in wanted)][:most]


def _once(choices: Sequence[Choice]) -> list[Choice]:
    """Ratings of one key on several scales as one: they are filtered by together."""
    counts: dict[str, int] = {}
    for choice in choices:
        counts[choice.raw] = counts.get(choice.raw, 0) + choice.count
    labels = {choice.raw: choice.shown for choice in reversed(choices)}
    return [Choice(raw, labels[raw], count) for raw, count in counts.items()]
