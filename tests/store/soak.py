"""A long life of a project: random operations of all sorts, and a model of the records that knows no database."""

import pickle
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TypeVar

from factcheck import edits
from factcheck.edits import NewArticle
from factcheck.errors import NotFoundError
from factcheck.model import (
    RECORD_TYPES,
    Appearance,
    Article,
    ArticleVersion,
    Change,
    Claim,
    Edit,
    Evidence,
    Grade,
    JudgedPosition,
    Kind,
    Link,
    Medium,
    Note,
    PassageTarget,
    Project,
    Reader,
    Reason,
    ReasonType,
    Record,
    Ruling,
    Scale,
    Stance,
    Status,
    Target,
    Verb,
)
from factcheck.session import Session
from factcheck.store.check import problems
from factcheck.store.project import Contents
from factcheck.text import Span, text_hash
from tests.store.making import WHO

R = TypeVar("R", bound=Record)
State = dict[type, dict[str, Record]]

_WORDS = ["", "a", "storm", "أحد", "\U0001f30a", "=1+1", "a\0b", "<b>bold", "two\nlines", "' OR 1=1 --", "word " * 50]


def state_of(session: Session) -> State:
    """All records of an open project."""
    return {kind: {record.id: record for record in session.records.each(kind)} for kind in RECORD_TYPES}


class Model:
    """What must be in the file: the records, the texts, and what can be taken back."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.texts: dict[str, str] = {}
        #: Steps that can be undone and redone, the next one last: the changes of each edit, packed.
        self.done: list[list[bytes]] = []
        self.undone: list[list[bytes]] = []
        #: The field that is being typed in.
        self.typing = ""

    def do(self, edit: Edit, contents: Contents | None) -> None:
        """An edit was carried out."""
        self.texts.update(contents.texts if contents else {})
        self._apply(edit.changes)
        packed = pickle.dumps(edit.changes)
        if edit.typing and edit.typing == self.typing:
            self.done[-1].append(packed)
        else:
            self.done.append([packed])
        self.undone.clear()
        self.typing = edit.typing

    def undo(self) -> None:
        """The last step was taken back."""
        self.undone.append(self.done.pop())
        for packed in reversed(self.undone[-1]):
            self._apply([Change(c.after, c.before) for c in reversed(pickle.loads(packed))])  # noqa: S301 - our own
        self.typing = ""

    def redo(self) -> None:
        """It was brought back."""
        self.done.append(self.undone.pop())
        for packed in self.done[-1]:
            self._apply(pickle.loads(packed))  # noqa: S301 - our own
        self.typing = ""

    def _apply(self, changes: tuple[Change, ...] | list[Change]) -> None:
        for change in changes:
            record = change.after or change.before
            assert record
            there = self.state[type(record)]
            assert there.get(record.id) == change.before, "the step does not follow from the model"
            if change.after is None:
                del there[record.id]
            else:
                there[record.id] = change.after


class Soak:
    """A project file and its model, under the same random operations."""

    def __init__(self, path: Path, session: Session, seed: int) -> None:
        self.path, self.session = path, session
        self.chance = Random(seed)
        self.model = Model(state_of(session))
        self.model.done = [[] for _ in session.undoable(10**9)]
        self._floor = len(self.model.done)
        #: How many operations did something, by name.
        self.counted: dict[str, int] = {}

    def run(self, operations: int) -> None:
        """So many operations, each by its weight."""
        names, weights = list(_OPERATIONS), [weight for weight, _ in _OPERATIONS.values()]
        for name in self.chance.choices(names, weights, k=operations):
            if _OPERATIONS[name][1](self):
                self.counted[name] = self.counted.get(name, 0) + 1

    def compare(self) -> None:
        """The file holds exactly what the model does: records, texts, and what can be taken back."""
        found = state_of(self.session)
        for kind, there in self.model.state.items():
            assert found[kind] == there, f"{kind.__name__} differ"
            assert self.session.records.last(kind) == next(reversed(found[kind].values()), None)
        held = {v.text_sha256: v.id for v in self.of(ArticleVersion)}
        for sha256, text in self.model.texts.items():
            if sha256 in held:
                assert self.session.records.text(held[sha256]) == text
        assert len(self.session.undoable(10**9)) == len(self.model.done)
        assert len(self.session.redoable(10**9)) == len(self.model.undone)

    def prove(self) -> None:
        """The file proves while it is open."""
        assert list(problems(self.path)) == []

    # --- what there is ---

    def of(self, kind: type[R]) -> list[R]:
        """The records of a type."""
        return [record for record in self.model.state[kind].values() if isinstance(record, kind)]

    def one(self, kind: type[R]) -> R:
        """Any record of a type. `NotFoundError` if there is none."""
        there = self.of(kind)
        if not there:
            raise NotFoundError(f"There is no {kind.__name__} yet.")
        return self.chance.choice(there)

    def words(self) -> str:
        """What somebody types."""
        return self.chance.choice(_WORDS) + self.chance.choice(_WORDS)

    def span(self, article: Article) -> Span:
        """Any words of an article."""
        length = len(self.session.records.text(article.version_id))
        start = self.chance.randrange(length - 30)
        return Span(start, start + self.chance.randrange(5, 30))

    def do(self, edit: Edit, contents: Contents | None = None) -> bool:
        """Carries an edit out, in the file and in the model."""
        done = self.session.do(edit, contents)
        if done is not None:
            self.model.do(edit, contents)
        return done is not None

    # --- what is not an edit ---

    def undo(self) -> bool:
        """A few steps are taken back, those of before the soak are left."""
        steps = min(self.chance.randrange(1, 6), len(self.model.done) - self._floor)
        for _ in range(steps):
            assert self.session.undo()
            self.model.undo()
        return steps > 0

    def redo(self) -> bool:
        """A few are brought back."""
        steps = min(self.chance.randrange(1, 4), len(self.model.undone))
        for _ in range(steps):
            assert self.session.redo()
            self.model.redo()
        return steps > 0

    def reopen(self) -> bool:
        """The project is closed and opened again."""
        head = self.session.head
        self.session.close()
        self.session = Session.open(self.path, WHO)
        self.model.typing = ""
        assert self.session.head == head
        return True


# --- edits ------------------------------------------------------------------------------------------------------------


def _add_article(soak: Soak) -> bool:
    text = "".join(f"Sentence {n} tells that {soak.chance.randrange(99)} went. " for n in range(40)).strip()
    new = NewArticle(text, text.encode(), soak.words(), f"Paper {soak.chance.randrange(9)}")
    return soak.do(edits.add_article(soak.session.records, new)[0], Contents(*new.contents()))


def _edit_article(soak: Soak) -> bool:
    field = soak.chance.choice(["title", "author", "publisher", "url"])
    return soak.do(edits.edit_article(soak.session.records, soak.one(Article).id, **{field: soak.words()}))


def _correct_text(soak: Soak) -> bool:
    article = soak.one(Article)
    text = soak.session.records.text(article.version_id)
    at = soak.chance.randrange(len(text))
    corrected = (text[:at] + soak.chance.choice(["x", "not so", "9"]) + text[at + 1 :]).strip()
    made = edits.correct_text(soak.session.records, article.id, corrected)
    return soak.do(made.edit, Contents({text_hash(corrected): corrected}))


def _add_claim(soak: Soak) -> bool:
    article = soak.one(Article)
    return soak.do(edits.add_claim(soak.session.records, article.id, soak.span(article))[0])


def _type(soak: Soak) -> bool:
    claim, field = soak.one(Claim), soak.chance.choice(["wording", "claimant", "reply", "limits", "topic"])
    typed = [
        soak.do(edits.edit_claim(soak.session.records, claim.id, field, soak.words() + str(n)))
        for n in range(soak.chance.randrange(1, 4))
    ]
    return any(typed)


def _add_appearance(soak: Soak) -> bool:
    article = soak.one(Article)
    return soak.do(edits.add_appearance(soak.session.records, soak.one(Claim).id, article.id, soak.span(article)))


def _remove_appearance(soak: Soak) -> bool:
    return soak.do(edits.remove_appearance(soak.session.records, soak.one(Appearance).id))


def _add_media(soak: Soak) -> bool:
    source = Link("https://example.org/tape", soak.words())
    return soak.do(edits.add_media(soak.session.records, soak.one(Claim).id, source, Medium.video, "00:01:00"))


def _status(soak: Soak, most: int = 4) -> bool:
    claims = {soak.one(Claim).id for _ in range(soak.chance.randrange(1, most))}
    return soak.do(edits.set_status(soak.session.records, sorted(claims), soak.chance.choice(list(Status))))


def _status_of_many(soak: Soak) -> bool:
    return _status(soak, 80)


def _rate(soak: Soak) -> bool:
    claim, state = soak.one(Claim), soak.session.records
    used = soak.model.state[Scale][soak.one(Project).scale_id]
    assert isinstance(used, Scale)
    rating = soak.chance.choice([rating.key for rating in used.ratings if not rating.retired] + [""])
    return soak.do(edits.set_verdict(state, claim.id, rating, WHO, soak.chance.choice(list(Reader))))


def _write_verdict(soak: Soak) -> bool:
    field = soak.chance.choice(["summary", "rationale"])
    return soak.do(edits.write_verdict(soak.session.records, soak.one(Claim).id, field, soak.words(), WHO))


def _add_evidence(soak: Soak) -> bool:
    article, state = soak.one(Article), soak.session.records
    passage = PassageTarget(article.id, edits.passage_anchor(state, article.id, soak.span(article)))
    targets: list[Target] = [passage, Link("https://example.org/", soak.words()), Note(soak.words())]
    target = soak.chance.choice(targets)
    stance = soak.chance.choice(list(Stance))
    return soak.do(edits.add_evidence(state, soak.one(Claim).id, target, stance, Grade.primary, soak.words())[0])


def _edit_evidence(soak: Soak) -> bool:
    state, item = soak.session.records, soak.one(Evidence)
    if soak.chance.random() < 0.3:
        return soak.do(edits.move_evidence(state, item.id, soak.chance.choice([-1, 1, 2])))
    return soak.do(edits.edit_evidence(state, item.id, comment=soak.words()))


def _withdraw(soak: Soak) -> bool:
    kinds: list[type[Article] | type[Claim] | type[Evidence]] = [Article, Claim, Evidence]
    record = soak.one(soak.chance.choice(kinds))
    verb = soak.chance.choice([edits.withdraw, edits.withhold])
    return soak.do(verb(soak.session.records, [record.id], soak.chance.random() < 0.5))


def _rule(soak: Soak) -> bool:
    article, state = soak.one(Article), soak.session.records
    sides = tuple(
        JudgedPosition(str(n), (edits.passage_anchor(state, article.id, soak.span(article)),)) for n in range(2)
    )
    if soak.chance.random() < 0.3:
        reason = Reason(ReasonType.number, soak.words())
        return soak.do(edits.make_contradiction(soak.words() or "people", reason, sides, WHO)[0])
    verb = soak.chance.choice(list(Verb))
    return soak.do(edits.rule_on(state, Kind.contradiction, "people", sides, verb, WHO, soak.words()))


def _clear_ruling(soak: Soak) -> bool:
    return soak.do(edits.clear_ruling(soak.session.records, soak.one(Ruling).id))


def _edit_project(soak: Soak) -> bool:
    if soak.chance.random() < 0.2:
        return soak.do(edits.edit_project(soak.session.records, scale_id=soak.one(Scale).id))
    return soak.do(edits.edit_project(soak.session.records, method=soak.words()))


def _back_up(soak: Soak) -> bool:
    return soak.session.backup().exists()


def _unless_lacking(operation: Callable[[Soak], bool]) -> Callable[[Soak], bool]:
    """Nothing is done where there is nothing yet to do it to, or it may not be done; then nothing is changed either."""

    def tried(soak: Soak) -> bool:
        try:
            return operation(soak)
        except NotFoundError:
            return False

    return tried


#: How often each is done, and what it does.
_OPERATIONS: dict[str, tuple[float, Callable[[Soak], bool]]] = {
    "article": (3, _add_article),
    "article edited": (4, _unless_lacking(_edit_article)),
    "text corrected": (1, _unless_lacking(_correct_text)),
    "claim": (7, _unless_lacking(_add_claim)),
    "typed": (15, _unless_lacking(_type)),
    "appearance": (4, _unless_lacking(_add_appearance)),
    "appearance removed": (2, _unless_lacking(_remove_appearance)),
    "recording": (2, _unless_lacking(_add_media)),
    "status": (5, _unless_lacking(_status)),
    "status of many": (0.2, _unless_lacking(_status_of_many)),
    "verdict": (10, _unless_lacking(_rate)),
    "verdict typed": (8, _unless_lacking(_write_verdict)),
    "evidence": (6, _unless_lacking(_add_evidence)),
    "evidence edited": (5, _unless_lacking(_edit_evidence)),
    "withdrawn or withheld": (3, _unless_lacking(_withdraw)),
    "ruling": (3, _unless_lacking(_rule)),
    "ruling cleared": (1, _unless_lacking(_clear_ruling)),
    "project": (2, _edit_project),
    "undo": (10, Soak.undo),
    "redo": (5, Soak.redo),
    "reopened": (0.5, Soak.reopen),
    "backup": (0.05, _back_up),
}
OPERATIONS = tuple(_OPERATIONS)
