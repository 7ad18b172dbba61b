"""Do, undo, redo, over all records: a machine that does anything in any order, and what must hold each time."""

import random
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factcheck import edits, records
from factcheck.errors import NotFoundError
from factcheck.model import (
    Article,
    ArticleVersion,
    Claim,
    Contradiction,
    Edit,
    Entry,
    Evidence,
    Grade,
    JudgedFinding,
    JudgedPosition,
    Kind,
    Link,
    Note,
    PassageTarget,
    PrintedDate,
    Project,
    Reader,
    Reason,
    ReasonType,
    Record,
    Ruling,
    Stance,
    Status,
    StoredFile,
    Target,
    Verb,
    Verdict,
    Who,
)
from factcheck.session import Session
from factcheck.steps import Group
from factcheck.store.check import problems
from factcheck.store.project import Contents
from tests.store.making import (
    OTHER_SCALE,
    SCALE,
    TEXT,
    WHO,
    add_article,
    add_claim,
    contents,
    dump,
    new_session,
    sentence,
)

R = TypeVar("R", bound=Record)
ADA, BOB = WHO, Who("Bob", "bob-2")
words = st.one_of(st.sampled_from(["", "a", "storm", "أحد", "😀"]), st.text(st.characters(codec="utf-8"), max_size=8))
Dump = dict[str, list[Record]]


class Desk(RuleBasedStateMachine):
    """Two people's edits on one real file. `states[n]` is the dump after n steps; `at` is where we are among them."""

    def __init__(self) -> None:
        super().__init__()
        # Ids and times that are the same at each run, so that hypothesis can repeat one.
        numbers = count(1)
        self.patches = ExitStack()
        self.patches.enter_context(patch("factcheck.model.ids.secrets.randbits", random.Random(0).getrandbits))
        self.patches.enter_context(patch("factcheck.edits.making.time", lambda: 1_700_000_000 + next(numbers)))
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "desk.factcheck"
        self.session = new_session(self.path)
        self.states: list[Dump] = [dump(self.session.records)]
        self.at = 0
        #: Key of the field that is being typed in, as the session must see it.
        self.typing = ""
        self.heard = 0
        self.session.subscribe(self._hear)

    def _hear(self, _: Entry) -> None:
        self.heard += 1

    def teardown(self) -> None:
        with self.patches, self.folder:
            self.all_is_undone_in_reverse()

    def all_is_undone_in_reverse(self) -> None:
        while self.session.undo():
            self.at -= 1
            assert dump(self.session.records) == self.states[self.at]
        assert self.at == 0
        self.session.close()
        assert not list(problems(self.path))
        assert [path.name for path in Path(self.folder.name).iterdir() if path.is_file()] == [self.path.name]

    # --- what a person does ---

    def do(self, edit: Edit, kept: Contents | None = None) -> None:
        """Carries an edit out and says what must be so then."""
        before, revision = dump(self.session.records), self.session.revision
        entry = self.session.do(edit, kept)
        if entry is None:
            assert not edit.changes
            assert (dump(self.session.records), self.session.revision) == (before, revision)
            return
        assert entry.sequence == revision + 1 == self.session.revision
        after = dump(self.session.records)
        assert after != before
        joins = edit.typing != "" and edit.typing == self.typing
        del self.states[self.at + 1 :]
        if joins:
            self.states[self.at] = after
        else:
            self.states.append(after)
            self.at += 1
        self.typing = edit.typing
        assert self.session.next_redo is None
        assert self.session.next_undo is not None
        assert joins or self.session.next_undo.label == edit.label

    def one(self, kind: type[R], data: st.DataObject) -> R:
        there = sorted(self.session.records.each(kind), key=lambda record: record.id)
        return there[data.draw(st.integers(0, len(there) - 1), label=kind.__name__)]

    def has(self, kind: type[Record]) -> bool:
        return self.session.records.count(kind) > 0

    @property
    def state(self) -> records.Records:
        return self.session.records

    @initialize()
    def begin(self) -> None:
        self.import_article("Daily", "The Daily", None)

    @rule(title=words, publisher=words, day=st.sampled_from([None, PrintedDate("May 1", "2026-05-01")]))
    def import_article(self, title: str, publisher: str, day: PrintedDate | None) -> None:
        new = edits.NewArticle(TEXT, TEXT.encode() + title.encode(), title, publisher, published=day)
        self.do(edits.add_article(self.state, new)[0], contents(new))

    @precondition(lambda self: self.has(Article))
    @rule(data=st.data(), field=st.sampled_from(["title", "author", "language", "publisher"]), value=words)
    def edit_article(self, data: st.DataObject, field: str, value: str) -> None:
        article = self.one(Article, data)
        self.do(edits.edit_article(self.state, article.id, **{field: value}))

    @precondition(lambda self: self.has(Article))
    @rule(data=st.data(), n=st.integers(0, 59))
    def mark_claim(self, data: st.DataObject, n: int) -> None:
        self.do(edits.add_claim(self.state, self.one(Article, data).id, sentence(n))[0])

    @precondition(lambda self: self.has(Claim))
    @rule(
        data=st.data(),
        field=st.sampled_from(["wording", "claimant", "reply", "limits"]),
        typed=st.lists(words, max_size=3),
    )
    def type_in_a_claim(self, data: st.DataObject, field: str, typed: list[str]) -> None:
        claim = self.one(Claim, data)
        for value in typed:
            self.do(edits.edit_claim(self.state, claim.id, field, value))

    @precondition(lambda self: self.has(Claim))
    @rule(data=st.data(), n=st.integers(0, 59))
    def add_appearance(self, data: st.DataObject, n: int) -> None:
        article = self.one(Article, data)
        self.do(edits.add_appearance(self.state, self.one(Claim, data).id, article.id, sentence(n)))

    @precondition(lambda self: self.has(Claim))
    @rule(data=st.data())
    def remove_appearance(self, data: st.DataObject) -> None:
        there = records.appearances(self.state, self.one(Claim, data).id)
        if len(there) > 1:
            self.do(edits.remove_appearance(self.state, data.draw(st.sampled_from(there)).id))

    @rule(data=st.data(), status=st.sampled_from(Status))
    def set_status_of_many(self, data: st.DataObject, status: Status) -> None:
        ids = [claim.id for claim in self.state.each(Claim)]
        some = data.draw(st.lists(st.sampled_from(ids), max_size=5)) if ids else []
        self.do(edits.set_status(self.state, some, status))

    @precondition(lambda self: self.has(Claim))
    @rule(
        data=st.data(),
        rating=st.sampled_from(["false", "half", "true", "yes", "no", ""]),
        reader=st.sampled_from(Reader),
        who=st.sampled_from([ADA, BOB]),
    )
    def rate(self, data: st.DataObject, rating: str, reader: Reader, who: Who) -> None:
        claim = self.one(Claim, data)
        try:
            edit = edits.set_verdict(self.state, claim.id, rating, who, reader)
        except NotFoundError:
            return  # not on the scale that is in use
        self.do(edit)
        given = records.verdict(self.state, claim.id, reader)
        assert (given.rating if given else "") == rating

    @precondition(lambda self: self.has(Claim))
    @rule(data=st.data(), field=st.sampled_from(["summary", "rationale"]), typed=words, reader=st.sampled_from(Reader))
    def write(self, data: st.DataObject, field: str, typed: str, reader: Reader) -> None:
        claim = self.one(Claim, data)
        self.do(edits.write_verdict(self.state, claim.id, field, typed, ADA, reader))

    @precondition(lambda self: self.has(Claim))
    @rule(data=st.data(), n=st.integers(0, 59), stance=st.sampled_from(Stance), what=st.integers(0, 3), comment=words)
    def add_evidence(self, data: st.DataObject, n: int, stance: Stance, what: int, comment: str) -> None:
        article = self.one(Article, data)
        targets: list[Target] = [
            PassageTarget(article.id, edits.passage_anchor(self.state, article.id, sentence(n))),
            Link("https://example.org/", comment),
            Note(comment),
            StoredFile("scan.pdf", "application/pdf", sha256(b"scan").hexdigest(), 4),
        ]
        claim = self.one(Claim, data)
        edit, _ = edits.add_evidence(self.state, claim.id, targets[what], stance, Grade.primary, comment)
        kept = {target.sha256: b"scan" for target in targets[what : what + 1] if isinstance(target, StoredFile)}
        self.do(edit, Contents(originals=kept))

    @precondition(lambda self: self.has(Evidence))
    @rule(data=st.data(), comment=words, stance=st.sampled_from(Stance))
    def edit_evidence(self, data: st.DataObject, comment: str, stance: Stance) -> None:
        item = self.one(Evidence, data)
        self.do(edits.edit_evidence(self.state, item.id, comment=comment))
        self.do(edits.edit_evidence(self.state, item.id, stance=stance, grade=Grade.secondary))

    @precondition(lambda self: self.has(Evidence))
    @rule(data=st.data(), by=st.integers(-3, 3))
    def move_evidence(self, data: st.DataObject, by: int) -> None:
        item = self.one(Evidence, data)
        before = records.evidence(self.state, item.claim_id)
        self.do(edits.move_evidence(self.state, item.id, by))
        after = records.evidence(self.state, item.claim_id)
        assert sorted(e.id for e in before) == sorted(e.id for e in after)
        assert sorted(e.order for e in before) == sorted(e.order for e in after)

    @rule(data=st.data(), withdrawn=st.booleans())
    def withdraw(self, data: st.DataObject, withdrawn: bool) -> None:
        ids = [record.id for kind in (Article, Claim, Evidence) for record in self.state.each(kind)]
        some = data.draw(st.lists(st.sampled_from(sorted(ids)), max_size=4)) if ids else []
        self.do(edits.withdraw(self.state, some, withdrawn))

    def judged(self, data: st.DataObject) -> tuple[JudgedPosition, ...]:
        article = self.one(Article, data)
        numbers = data.draw(st.lists(st.integers(0, 59), min_size=1, max_size=3))
        return tuple(
            JudgedPosition(str(n), (edits.passage_anchor(self.state, article.id, sentence(n)),)) for n in numbers
        )

    @precondition(lambda self: self.has(Article))
    @rule(data=st.data(), verb=st.sampled_from(Verb), kind=st.sampled_from(Kind), again=st.booleans(), note=words)
    def rule_on(self, data: st.DataObject, verb: Verb, kind: Kind, again: bool, note: str) -> None:
        standing = self.one(Ruling, data) if again and self.has(Ruling) else None
        self.do(edits.rule_on(self.state, kind, "houses", self.judged(data), verb, BOB, note, standing))

    @precondition(lambda self: self.has(Ruling))
    @rule(data=st.data(), typed=st.lists(words, max_size=3), clear=st.booleans())
    def note_or_clear(self, data: st.DataObject, typed: list[str], clear: bool) -> None:
        ruling = self.one(Ruling, data)
        for note in typed:
            self.do(edits.note_on(self.state, ruling.id, note))
        if clear:
            self.do(edits.clear_ruling(self.state, ruling.id))

    @precondition(lambda self: self.has(Article))
    @rule(data=st.data(), fact=words)
    def contradict(self, data: st.DataObject, fact: str) -> None:
        instead = JudgedFinding(Kind.contradiction, self.judged(data))
        reason = Reason(ReasonType.number, fact)
        self.do(edits.make_contradiction(fact, reason, self.judged(data), ADA, replaces=[instead])[0])

    @precondition(lambda self: self.has(Contradiction) and self.has(Article))
    @rule(data=st.data(), remove=st.booleans())
    def reshape(self, data: st.DataObject, remove: bool) -> None:
        made = self.one(Contradiction, data)
        if remove:
            self.do(edits.remove_contradiction(self.state, made.id))
        else:
            self.do(edits.reshape_contradiction(self.state, made.id, self.judged(data)))

    @rule(field=st.sampled_from(["title", "method", "interests"]), value=words)
    def edit_project(self, field: str, value: str) -> None:
        self.do(edits.edit_project(self.state, **{field: value}))

    @rule(scale=st.sampled_from([SCALE, OTHER_SCALE]))
    def choose_scale(self, scale: Any) -> None:
        self.do(edits.edit_project(self.state, scale_id=scale.id))

    # --- and takes back ---

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            named, done = self.session.next_undo, self.session.undo()
            assert (done is None) == (named is None) == (self.at == 0)
            if done:
                self.at -= 1
                self.typing = ""
                assert self.session.next_redo == named
            assert dump(self.session.records) == self.states[self.at]

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            named, done = self.session.next_redo, self.session.redo()
            assert (done is None) == (named is None) == (self.at == len(self.states) - 1)
            if done:
                self.at += 1
                self.typing = ""
                assert self.session.next_undo == named
            assert dump(self.session.records) == self.states[self.at]

    @rule()
    def leave_the_field(self) -> None:
        self.session.end_typing()
        self.typing = ""

    @rule(who=st.sampled_from([ADA, BOB]))
    def close_and_open_again(self, who: Who) -> None:
        steps, head = (self.session.next_undo, self.session.next_redo), self.session.head
        self.session.close()
        self.session = Session.open(self.path, who)
        self.session.subscribe(self._hear)
        self.typing = ""
        assert (self.session.next_undo, self.session.next_redo) == steps
        assert self.session.head == head

    @invariant()
    def every_entry_was_told(self) -> None:
        assert self.heard == self.session.revision - 1

    @invariant()
    def what_names_another_record_finds_it(self) -> None:
        for article in self.state.each(Article):
            assert self.state.get(ArticleVersion, article.version_id)
        for given in self.state.each(Verdict):
            assert self.state.get(Claim, given.claim_id)
        for reader in Reader:
            for claim in self.state.each(Claim):
                of_reader = [v for v in self.state.where(Verdict, claim_id=claim.id) if v.reader is reader]
                assert sum(v.replaced_by is None for v in of_reader) == bool(of_reader)

    @invariant()
    def claims_are_numbered_from_one(self) -> None:
        assert [claim.number for claim in self.state.each(Claim)] == list(range(1, self.state.count(Claim) + 1))


Desk.TestCase.settings = settings(max_examples=25, stateful_step_count=40, deadline=None)
TestDesk = Desk.TestCase


# --- the same, said one at a time -------------------------------------------------------------------------------------


def typed(session: Session, claim: Claim, *values: str, field: str = "reply") -> None:
    for value in values:
        session.do(edits.edit_claim(session.records, claim.id, field, value))


def reply(session: Session, claim: Claim) -> str:
    found = session.records.get(Claim, claim.id)
    assert found
    return found.reply


@pytest.fixture
def claim(session: Session) -> Claim:
    return add_claim(session, add_article(session), 1)


def test_typing_in_one_field_is_one_step(session: Session, claim: Claim) -> None:
    typed(session, claim, "N", "No", "No.")
    session.undo()
    assert reply(session, claim) == ""
    session.redo()
    assert reply(session, claim) == "No."


def test_leaving_the_field_splits_the_typing(session: Session, claim: Claim) -> None:
    typed(session, claim, "No")
    session.end_typing()
    typed(session, claim, "No.")
    session.undo()
    assert reply(session, claim) == "No"


@pytest.mark.parametrize("between", ["other field", "other edit", "undo", "open again"])
def test_what_comes_between_splits_the_typing(session: Session, claim: Claim, path: Path, between: str) -> None:
    typed(session, claim, "No")
    match between:
        case "other field":
            typed(session, claim, "Mayor", field="claimant")
        case "other edit":
            session.do(edits.set_status(session.records, [claim.id], Status.decided))
        case "undo":
            typed(session, claim, "Mayor", field="claimant")
            session.undo()
        case _:
            session.close()
            session = Session.open(path, WHO)
    typed(session, claim, "No.")
    session.undo()
    assert reply(session, claim) == "No"
    session.close()


def test_typing_long_words_of_the_project_is_one_step(session: Session) -> None:
    for method in ("W", "We", "We ask."):
        session.do(edits.edit_project(session.records, method=method))
    assert len(session.history()) == 4
    session.undo()
    assert next(session.records.each(Project)).method == ""
    assert session.next_undo is None


def test_edits_of_a_group_are_one_step_under_its_name(session: Session, claim: Claim) -> None:
    group = Group("edit.add_claims", (("count", "2"),))
    for words in ("one", "two"):
        with session.together(group):
            session.do(edits.edit_claim(session.records, claim.id, "wording", words))
    assert session.next_undo
    assert (session.next_undo.label, session.next_undo.names) == (group.label, group.names)
    session.undo()
    assert session.records.get(Claim, claim.id) == claim


def test_what_a_person_does_between_splits_a_group(session: Session, claim: Claim) -> None:
    group = Group()
    with session.together(group):
        session.do(edits.edit_claim(session.records, claim.id, "wording", "one"))
    session.do(edits.edit_claim(session.records, claim.id, "topic", "rivers"))
    with session.together(group):
        session.do(edits.edit_claim(session.records, claim.id, "wording", "two"))
    session.undo()
    now = session.records.get(Claim, claim.id)
    assert now
    assert (now.wording, now.topic) == ("one", "rivers")


def test_the_making_of_the_project_is_never_undone(session: Session) -> None:
    assert session.next_undo is None
    assert session.undo() is None
    assert session.redo() is None
    assert session.records.count(Project) == 1


def test_a_new_edit_ends_what_could_be_redone(session: Session, claim: Claim) -> None:
    session.do(edits.set_verdict(session.records, claim.id, "half", WHO))
    session.undo()
    assert session.next_redo
    session.do(edits.set_status(session.records, [claim.id], Status.decided))
    assert session.next_redo is None
    assert session.redo() is None


def test_an_edit_that_changes_nothing_is_not_written_down_and_leaves_redo(session: Session, claim: Claim) -> None:
    session.do(edits.set_verdict(session.records, claim.id, "half", WHO))
    session.undo()
    revision = session.revision
    assert session.do(edits.set_status(session.records, [claim.id], claim.status)) is None
    assert session.do(edits.edit_project(session.records, title="Floods")) is None
    assert session.revision == revision
    assert session.next_redo


def test_undo_is_told_by_name_and_written_down_with_who_did_it(path: Path, session: Session, claim: Claim) -> None:
    session.do(edits.set_verdict(session.records, claim.id, "half", WHO))
    session.close()
    with Session.open(path, BOB) as again:
        assert again.next_undo
        assert again.next_undo.label == "edit.set_verdict"
        assert again.next_undo.names == (("rating", "Half true"),)
        done = again.undo()
        assert done
        assert (done.who, done.undoes) == (BOB, 4)
        assert [entry.who.name for entry in again.history(2)] == ["Bob", "Ada"]


def test_a_step_typed_with_the_keyboard_after_a_redo_is_a_new_one(session: Session, claim: Claim) -> None:
    typed(session, claim, "No")
    session.undo()
    session.redo()
    typed(session, claim, "No!")
    session.undo()
    assert reply(session, claim) == "No"


def test_every_listener_hears_each_change_until_it_leaves(session: Session, claim: Claim) -> None:
    heard: list[int] = []
    leave = session.subscribe(lambda entry: heard.append(entry.sequence))
    session.do(edits.set_status(session.records, [claim.id], Status.decided))
    session.undo()
    leave()
    session.redo()
    assert heard == [session.revision - 2, session.revision - 1]


def test_a_listener_that_leaves_while_it_is_told_disturbs_nobody(session: Session, claim: Claim) -> None:
    heard: list[str] = []
    leave: list[Callable[[], None]] = []

    def once(_: Entry) -> None:
        heard.append("once")
        leave.pop()()

    leave.append(session.subscribe(once))
    session.subscribe(lambda _: heard.append("always"))
    session.do(edits.set_status(session.records, [claim.id], Status.decided))
    session.undo()
    assert heard == ["once", "always", "always"]


def test_hundreds_of_steps_are_undone_and_redone_after_opening_again(path: Path, session: Session) -> None:
    chance, article = random.Random(5), add_article(session)
    states = [dump(session.records)]
    for n in range(120):
        claims: Sequence[Claim] = list(session.records.each(Claim))
        if not claims or chance.random() < 0.3:
            add_claim(session, article, n % 60)
        else:
            one = chance.choice(claims)
            old = records.verdict(session.records, one.id)
            rating = chance.choice([r.key for r in SCALE.ratings if not old or r.key != old.rating])
            session.do(edits.set_verdict(session.records, one.id, rating, WHO))
        states.append(dump(session.records))
    session.close()
    with Session.open(path, WHO) as again:
        for expected in reversed(states[:-1]):
            again.undo()
            assert dump(again.records) == expected
    with Session.open(path, WHO) as again:
        for expected in states[1:]:
            again.redo()
            assert dump(again.records) == expected
    assert not list(problems(path))
