"""Facts of who holds which office: "Ana Ruiz, the director of the mine", "Mayor Ana Ruiz"."""

from collections.abc import Iterator

from factcheck.matching.facts import Fact, Holder
from factcheck.matching.reading import Reading
from factcheck.model import ReasonType


class Roles:
    """Reads the offices that one wording names."""

    def __init__(self, reading: Reading) -> None:
        self.r = reading

    def facts(self) -> Iterator[Fact]:
        """ "Ana Ruiz, the director of the mine", "Mayor Ana Ruiz"."""
        for i in range(len(self.r.words)):
            if self.r.words[i].low not in self.r.lexicon.role_starts:
                continue
            for length in (3, 2, 1):
                role = self.r.lexicon.roles.get(tuple(self.r.low(k) for k in range(i, i + length)))
                if role:
                    yield from self.role(role, i, i + length)
                    break

    def role(self, role: str, first: int, past: int) -> Iterator[Fact]:
        if role in self.r.lexicon.shared_roles or self.r.low(first - 1) in self.r.lexicon.not_quite:
            return
        name = self.name_behind(past) or self.name_before(first)
        body, ends = self.body(first, past)
        if not name or name[1] - name[0] < 2 or any(self.r.low(i) in self.r.lexicon.stop for i in range(*name)):
            return
        holder = Holder(tuple(t.stem for t in self.r.words[name[0] : name[1]] if t.is_word))
        head = self.r.text(first if ends > past else first - bool(body), max(ends, past))
        yield self.r.fact(ReasonType.role, ("role", role, body), holder, self.r.text(*name), name, head)
        post = (first, max(ends, past))
        who = self.r.words[name[1] - 1]
        yield self.r.fact(
            ReasonType.role, ("post", who.stem), Holder((role,)), self.r.text(*post), post, self.r.text(*name)
        )

    def name_before(self, first: int) -> tuple[int, int] | None:
        """The name to which the role is added behind a comma."""
        at = first - 1
        while at > 0 and (self.r.low(at) in self.r.lexicon.role_links or self.owner(at)):
            at -= 1
        if self.r.low(at) != "," or at < 2:
            return None
        start = at
        while start > 0 and self.r.words[start - 1].is_name:
            start -= 1
        return (start, at) if start < at else None

    def owner(self, at: int) -> bool:
        return at > 0 and self.r.words[at].is_name and self.r.low(at - 1) in {",", *self.r.lexicon.determiners}

    def name_behind(self, past: int) -> tuple[int, int] | None:
        at = past + 1 if self.r.low(past) == "," else past
        end = at
        while end < len(self.r.words) and self.r.words[end].is_name and end - at < 4:
            end += 1
        return (at, end) if end > at else None

    def body(self, first: int, past: int) -> tuple[str, int]:
        """What the role is held of (the mine, Lundek Zinc), and one past it if it stands behind the role."""
        if self.r.low(past) in self.r.lexicon.of:
            at = past + 1 + (self.r.low(past + 1) in self.r.lexicon.determiners)
            end = at
            while end < min(at + 3, len(self.r.words)) and self.r.words[end].is_name:
                end += 1
            end = max(end, at + 1)
            return " ".join(self.r.low(i) for i in range(at, end)), min(end, len(self.r.words))
        before = self.r.words[first - 1] if first else None
        return (before.low if before and before.is_name else ""), past
