"""Facts of when and where: days, times of day, directions, sides."""

import re
from collections.abc import Iterator

from factcheck.matching.facts import Fact, Heading
from factcheck.matching.lexicon import Lexicon
from factcheck.matching.moments import Day, When
from factcheck.matching.reading import CLOSE, Reading
from factcheck.model import ReasonType


def printed(day: Day, lexicon: Lexicon) -> str:
    """A day as a reader would write it: "2 July"."""
    months = [name for name, number in lexicon.time["months"].items() if number == day.month]
    return f"{day.day} {max(months, key=len).capitalize()}"


class Whereabouts:
    """Reads the times and directions of one wording."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def facts(self) -> Iterator[Fact]:
        """Days and times first."""
        for when in self.r.whens:
            yield from self.of_time(when)
        yield from self.of_directions()

    def of_time(self, when: When) -> Iterator[Fact]:
        if when.of_report:
            return
        inside = [i for i, t in enumerate(self.r.words) if when.start <= t.start < when.end]
        if not inside:
            return
        first, last = inside[0], inside[-1] + 1
        shown = self.day_shown(when)
        resolved = "(" in shown or (when.day is not None and shown != self.words_of(when))
        near, close, year = self.r.near(first, last), self.r.near(first, last, CLOSE), self.r.year(first, when)
        span = (when.start, when.end)
        for reason, slot, value in (
            (ReasonType.date, ("day",), when.day),
            (ReasonType.time, ("clock",), when.clock),
        ):
            if value is not None:
                yield Fact(
                    self.r.wording.index,
                    reason,
                    slot,
                    value,
                    shown,
                    span,
                    near,
                    close,
                    year,
                    "",
                    self.r.narrowed,
                    resolved=resolved,
                )

    def day_shown(self, when: When) -> str:
        """The words of a time, with the date if that was worked out: "Tuesday 2 July", "yesterday (2 July)"."""
        words, day = self.words_of(when), when.day
        if day is None or not (day.year and day.month and day.day) or any(c.isdigit() for c in words):
            return words
        date = printed(day, self.r.lexicon)
        return f"{words} {date}" if words.lower() in self.r.lexicon.time["weekdays"] else f"{words} ({date})"

    def words_of(self, when: When) -> str:
        """As they stand, without the full stop of the sentence: "9 March.", but "Jan.", "8 p.m."."""
        words = " ".join(self.r.wording.text[when.start : when.end].strip(" ,(").split())
        last = re.split(r"[\s.]", words.rstrip("."))[-1]
        return words.rstrip(".") if len(last) > 4 or last.isdigit() else words

    def of_directions(self) -> Iterator[Fact]:
        """ "West of (the town of) Bireun", "the north bank of the Tesk"."""
        for i, token in enumerate(self.r.words):
            degrees = self.r.lexicon.directions.get(token.low)
            if degrees is None:
                continue
            side = self.r.low(i + 1) in self.r.lexicon.sides
            start = i + 2 if side else i + 1
            if self.r.low(start) not in self.r.lexicon.direction_of:
                continue
            place = next((t for t in self.r.words[start + 1 : start + 6] if t.is_name), None)
            if side and place is None:
                place = next((t for t in self.r.words[start + 2 : start + 3] if t.is_word), None)
            if place:
                kind = "side" if side else "direction"
                named = self.r.wording.text[self.r.words[start + 1].start : place.end]
                shown = f"{self.r.text(i, start + 1)} {named}"
                slot = (kind, self.r.low(i + 1)) if side else (kind, "", place.stem)
                yield self.r.fact(ReasonType.place, slot, Heading(degrees), shown, (i, start), named)
