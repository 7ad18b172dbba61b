"""Claims merged, split, copied, their parts put in another order: nothing that hung on one is lost, all is one step."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import edits, records
from factcheck.errors import FactCheckError
from factcheck.model import Article, Claim, Edit, Evidence, Link, Medium, Note, Reader, Stance, Status, Verdict
from factcheck.session import Session
from tests.store.making import WHO, add_article, add_claim, dump, sentence


def note(session: Session, claim: Claim, text: str, stance: Stance = Stance.context) -> Evidence:
    edit, made = edits.add_evidence(session.records, claim.id, Note(text), stance)
    session.do(edit)
    return made


def notes(session: Session, claim: Claim) -> list[str]:
    targets = [item.target for item in records.evidence(session.records, claim.id)]
    return [target.text for target in targets if isinstance(target, Note)]


def rate(session: Session, claim: Claim, rating: str, reader: Reader = Reader.first, **words: str) -> None:
    session.do(edits.set_verdict(session.records, claim.id, rating, WHO, reader, words))


def standing(session: Session, claim: Claim, reader: Reader = Reader.first) -> Verdict:
    found = records.verdict(session.records, claim.id, reader)
    assert found
    return found


def now(session: Session, claim: Claim) -> Claim:
    found = session.records.get(Claim, claim.id)
    assert found
    return found


def undone(session: Session, edit: Edit) -> None:
    """The edit is one step, which leaves nothing behind when it is undone and is the same when it is redone."""
    before = dump(session.records)
    session.do(edit)
    after = dump(session.records)
    session.undo()
    assert dump(session.records) == before
    session.redo()
    assert dump(session.records) == after


# --- merging ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def two(session: Session, article: Article) -> tuple[Claim, Claim]:
    """Two claims that share a passage and a piece of evidence."""
    one, other = add_claim(session, article, 1), add_claim(session, article, 2)
    session.do(edits.add_appearance(session.records, one.id, article.id, sentence(5)))
    session.do(edits.add_appearance(session.records, other.id, article.id, sentence(5)))
    for claim, texts in ((one, ("own", "shared")), (other, ("theirs", "shared", "more"))):
        for text in texts:
            note(session, claim, text)
    return one, other


def test_what_both_have_stands_once_and_the_rest_follows(session: Session, two: tuple[Claim, Claim]) -> None:
    one, other = two
    undone(session, edits.merge_claims(session.records, one.id, other.id))
    there = edits.places(session.records, one.id)
    assert [place.anchor.start for place in there] == [sentence(n).start for n in (1, 5, 2)]  # type: ignore[union-attr] # texts only
    assert notes(session, one) == ["own", "shared", "theirs", "more"]
    assert (now(session, other).withdrawn, now(session, other).merged_into) == (True, one.id)
    assert not edits.places(session.records, other.id)


def test_a_verdict_goes_over_with_its_citations(session: Session, two: tuple[Claim, Claim]) -> None:
    one, other = two
    rate(session, other, "true", rationale="As [1] and [2] say, unlike [3] in [2024].")
    session.do(edits.merge_claims(session.records, one.id, other.id))
    assert standing(session, one).rationale == "As [3] and [2] say, unlike [4] in [2024]."
    assert now(session, one).status is Status.in_progress


def test_verdicts_that_differ_are_not_mixed(session: Session, two: tuple[Claim, Claim]) -> None:
    one, other = two
    rate(session, one, "false")
    rate(session, other, "true", summary="It did.")
    session.do(edits.merge_claims(session.records, one.id, other.id))
    assert (standing(session, one).rating, standing(session, one).summary) == ("false", "")
    assert (standing(session, other).rating, standing(session, other).summary) == ("true", "It did.")


def test_words_without_a_rating_meet_a_rating(session: Session, two: tuple[Claim, Claim]) -> None:
    one, other = two
    session.do(edits.write_verdict(session.records, one.id, "summary", "Mine.", WHO))
    rate(session, other, "true", summary="Theirs.", rationale="See [3].")
    session.do(edits.merge_claims(session.records, one.id, other.id))
    found = standing(session, one)
    assert (found.rating, found.summary, found.rationale) == ("true", "Mine.", "See [4].")


def test_empty_fields_are_filled_and_limits_joined(session: Session, two: tuple[Claim, Claim]) -> None:
    one, other = two
    for claim, field, text in (
        (one, "claimant", "Vale"),
        (other, "claimant", "Brink"),
        (other, "role", "mayor"),
        (one, "limits", "No log."),
        (other, "limits", "No witness."),
    ):
        session.do(edits.edit_claim(session.records, claim.id, field, text))
    session.do(edits.merge_claims(session.records, one.id, other.id))
    kept = now(session, one)
    assert (kept.claimant, kept.role, kept.limits) == ("Vale", "mayor", "No log.\n\nNo witness.")


def test_evidence_that_says_more_is_no_double(session: Session, two: tuple[Claim, Claim]) -> None:
    one, other = two
    note(session, one, "Log")
    note(session, other, "Log", Stance.refutes)
    session.do(edits.merge_claims(session.records, one.id, other.id))
    assert notes(session, one).count("Log") == 2


def test_what_was_withheld_stays_withheld(session: Session, two: tuple[Claim, Claim]) -> None:
    one, other = two
    double = edits.places(session.records, other.id)[1]
    shared = records.evidence(session.records, other.id)[1]
    session.do(edits.withhold(session.records, [double.id, shared.id]))
    session.do(edits.merge_claims(session.records, one.id, other.id))
    assert [place.withheld for place in edits.places(session.records, one.id)] == [False, True, False]
    assert [item.withheld for item in records.evidence(session.records, one.id)] == [False, True, False, False]


def test_a_claim_of_a_withheld_article_makes_the_joined_one_stay(session: Session, article: Article) -> None:
    secret = add_article(session, "Secret")
    one, other = add_claim(session, article, 1), add_claim(session, secret, 2)
    session.do(edits.withhold(session.records, [secret.id]))
    session.do(edits.merge_claims(session.records, one.id, other.id))
    assert now(session, one).withheld
    assert now(session, other).withheld


def test_a_merged_claim_is_not_merged_again_nor_brought_back(session: Session, two: tuple[Claim, Claim]) -> None:
    one, other = two
    session.do(edits.merge_claims(session.records, one.id, other.id))
    with pytest.raises(FactCheckError, match="withdrawn"):
        edits.merge_claims(session.records, one.id, other.id)
    with pytest.raises(FactCheckError, match="merged"):
        edits.withdraw(session.records, [other.id], withdrawn=False)
    with pytest.raises(FactCheckError, match="itself"):
        edits.merge_claims(session.records, one.id, one.id)


_PARTS = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["a", "b", "c"]), st.booleans()), max_size=4)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_PARTS, _PARTS, st.sampled_from(["", "true", "false"]), st.sampled_from(["", "true", "false"]))
def test_nothing_that_hung_on_either_is_lost(
    session: Session,
    article: Article,
    mine: list[tuple[int, str, bool]],
    theirs: list[tuple[int, str, bool]],
    rating: str,
    other_rating: str,
) -> None:
    one, other = add_claim(session, article, 10), add_claim(session, article, 11)
    for claim, parts, given_rating in ((one, mine, rating), (other, theirs, other_rating)):
        for place, text, withdrawn in parts:
            session.do(edits.add_appearance(session.records, claim.id, article.id, sentence(place)))
            made = note(session, claim, text)
            if withdrawn:
                session.do(edits.withdraw(session.records, [made.id]))
        if given_rating:
            rate(session, claim, given_rating, summary=f"On {claim.number}")
    anchors = {str(p.anchor) for c in (one, other) for p in records.appearances(session.records, c.id)}
    texts = {text for c in (one, other) for text in notes(session, c)}
    given_before = {(v.rating, v.summary) for v in session.records.each(Verdict)}
    undone(session, edits.merge_claims(session.records, one.id, other.id))
    assert {str(p.anchor) for p in records.appearances(session.records, one.id)} == anchors
    assert set(notes(session, one)) == texts
    orders = [item.order for item in session.records.where(Evidence, claim_id=one.id)]
    assert len(orders) == len(set(orders))
    left = {(v.rating, v.summary) for v in session.records.each(Verdict)}
    assert given_before == left


# --- splitting and copying --------------------------------------------------------------------------------------------


def test_a_split_takes_what_is_chosen(session: Session, two: tuple[Claim, Claim]) -> None:
    one, _ = two
    session.do(edits.edit_claim(session.records, one.id, "claimant", "Vale"))
    rate(session, one, "true", rationale="[1] and [2]")
    first, second = edits.places(session.records, one.id)
    own, shared = records.evidence(session.records, one.id)
    edit, made = edits.split_claim(session.records, one.id, [second.id, own.id])
    undone(session, edit)
    assert (made.claimant, made.status, made.number) == ("Vale", Status.unchecked, 3)
    assert [p.id for p in edits.places(session.records, one.id)] == [first.id]
    assert [p.id for p in edits.places(session.records, made.id)] == [second.id]
    assert [e.id for e in records.evidence(session.records, made.id)] == [own.id]
    assert [e.id for e in records.evidence(session.records, one.id)] == [shared.id]
    assert standing(session, one).rationale == "[?] and [1]"
    assert records.verdict(session.records, made.id) is None


@pytest.mark.parametrize("moved", ["none", "all", "strange"])
def test_a_split_leaves_both_claims_traceable(session: Session, two: tuple[Claim, Claim], moved: str) -> None:
    one, _ = two
    ids = [place.id for place in edits.places(session.records, one.id)]
    chosen = {"none": [], "all": ids, "strange": [ids[0], "e-none"]}[moved]
    with pytest.raises(FactCheckError):
        edits.split_claim(session.records, one.id, chosen)


def test_a_copy_has_all_but_the_verdict(session: Session, two: tuple[Claim, Claim]) -> None:
    one, _ = two
    session.do(edits.withhold(session.records, [edits.places(session.records, one.id)[0].id]))
    rate(session, one, "true")
    edit, made = edits.duplicate_claim(session.records, one.id)
    undone(session, edit)
    assert (made.wording, made.status) == (now(session, one).wording, Status.unchecked)
    assert notes(session, made) == ["own", "shared"]
    assert [place.withheld for place in edits.places(session.records, made.id)] == [True, False]
    assert records.verdict(session.records, made.id) is None


# --- order ------------------------------------------------------------------------------------------------------------


def test_citations_follow_their_evidence(session: Session, article: Article) -> None:
    claim = add_claim(session, article, 1)
    items = [note(session, claim, text) for text in "abc"]
    rate(session, claim, "true", summary="[3]", rationale="[1], [2], [3]; not [4]")
    undone(session, edits.move_evidence(session.records, items[2].id, -2))
    assert (standing(session, claim).summary, standing(session, claim).rationale) == ("[1]", "[2], [3], [1]; not [4]")
    undone(session, edits.withdraw(session.records, [items[0].id]))
    assert standing(session, claim).rationale == "[?], [2], [1]; not [4]"
    undone(session, edits.withdraw(session.records, [items[0].id], withdrawn=False))
    assert standing(session, claim).rationale == "[?], [3], [1]; not [4]"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(-4, 4)), max_size=6))
def test_however_it_is_moved_a_citation_stays_with_its_evidence(
    session: Session, article: Article, moves: list[tuple[int, int]]
) -> None:
    claim = add_claim(session, article, 1)
    items = [note(session, claim, text) for text in "abcd"]
    rate(session, claim, "true", rationale="[1] [2] [3] [4]")
    for which, by in moves:
        session.do(edits.move_evidence(session.records, items[which].id, by))
    order = [item.id for item in records.evidence(session.records, claim.id)]
    cited = [order[int(piece.strip("[]")) - 1] for piece in standing(session, claim).rationale.split()]
    assert cited == [item.id for item in items]


def test_another_appearance_becomes_the_first_one_recordings_among_them(session: Session, article: Article) -> None:
    claim = add_claim(session, article, 1)
    session.do(edits.add_media(session.records, claim.id, Link("https://video.example/1", "The speech"), Medium.video))
    first, video = edits.places(session.records, claim.id)
    undone(session, edits.move_appearance(session.records, video.id, -1))
    assert [place.id for place in edits.places(session.records, claim.id)] == [video.id, first.id]
    session.do(edits.move_appearance(session.records, video.id, 9))
    assert [place.id for place in edits.places(session.records, claim.id)] == [first.id, video.id]


# --- from history -----------------------------------------------------------------------------------------------------


def restored(session: Session, claim: Claim, label: str, nth: int = 0) -> None:
    """Brings back what the nth step of this name wrote, the oldest being 0."""
    history = session.history_of(claim.id)
    steps = [entry.sequence for entry in reversed(history) if entry.edit.label == label]
    undone(session, edits.restore(session.records, claim.id, history, steps[nth], WHO))


def test_words_come_back_and_cite_what_they_cited(session: Session, article: Article) -> None:
    claim = add_claim(session, article, 1)
    items = [note(session, claim, text) for text in "abc"]
    rate(session, claim, "true", rationale="By [1] and [3].")
    session.do(edits.move_evidence(session.records, items[2].id, -2))
    session.do(edits.withdraw(session.records, [items[1].id]))
    note(session, claim, "d")
    rate(session, claim, "false", rationale="No.")
    restored(session, claim, "edit.set_verdict")
    assert (standing(session, claim).rating, standing(session, claim).rationale) == ("true", "By [2] and [1].")


def test_only_what_a_step_wrote_comes_back(session: Session, article: Article) -> None:
    claim = add_claim(session, article, 1)
    for field, text in (("place", "Orsvale"), ("role", "mayor"), ("place", "Kastel")):
        session.do(edits.edit_claim(session.records, claim.id, field, text))
        session.end_typing()
    session.do(edits.withhold(session.records, [claim.id]))
    restored(session, claim, "edit.claim_place")
    found = now(session, claim)
    assert (found.place, found.role, found.withheld) == ("Orsvale", "mayor", True)
    restored(session, claim, "edit.add_claim")
    assert (now(session, claim).place, now(session, claim).withheld) == ("", True)


def test_what_a_step_took_away_comes_back(session: Session, article: Article) -> None:
    claim = add_claim(session, article, 1)
    session.do(edits.add_appearance(session.records, claim.id, article.id, sentence(5)))
    item = note(session, claim, "Log")
    place = edits.places(session.records, claim.id)[1]
    session.do(edits.remove_appearance(session.records, place.id))
    session.do(edits.withdraw(session.records, [item.id]))
    restored(session, claim, "edit.remove_appearance")
    restored(session, claim, "edit.withdraw")
    assert edits.places(session.records, claim.id)[1] == place
    assert notes(session, claim) == ["Log"]


def test_nothing_comes_back_that_is_there(session: Session, article: Article) -> None:
    claim = add_claim(session, article, 1)
    history = session.history_of(claim.id)
    assert edits.restore(session.records, claim.id, history, history[0].sequence, WHO).changes == ()


# --- the history of what was merged -----------------------------------------------------------------------------------


@pytest.fixture
def three(session: Session, article: Article) -> list[Claim]:
    """The second was merged into the first after the third was merged into it."""
    made = [add_claim(session, article, number) for number in (1, 2, 3)]
    for claim, place in zip(made, ("Orm", "Kastel", "Tarn"), strict=True):
        session.do(edits.edit_claim(session.records, claim.id, "place", place))
        session.end_typing()
    session.do(edits.merge_claims(session.records, made[1].id, made[2].id))
    session.do(edits.merge_claims(session.records, made[0].id, made[1].id))
    return made


def test_a_claim_tells_the_history_of_all_that_was_merged_into_it(session: Session, three: list[Claim]) -> None:
    entries = session.history_of_claim(three[0].id)
    assert [e.sequence for e in entries] == sorted({e.sequence for e in entries}, reverse=True)
    labels = [e.edit.label for e in entries]
    assert (labels.count("edit.claim_place"), labels.count("edit.merge_claims")) == (3, 2)
    assert records.merged(session.records, three[0].id) == [now(session, three[1]), now(session, three[2])]


def test_what_its_steps_are_called_is_told_without_what_they_changed(session: Session, three: list[Claim]) -> None:
    told = session.headlines_of_claim(three[0].id)
    entries = session.history_of_claim(three[0].id)
    assert [(of.sequence, of.at, of.who, of.label, of.names, of.undoes) for _, of in told] == [
        (e.sequence, e.at, e.who, e.edit.label, e.edit.names, e.undoes) for e in entries
    ]
    assert [session.reader.edit_of(step.sequence) for _, step in told] == [entry.edit for entry in entries]
    whose = {number: claim.id for number, claim in enumerate(three)}
    typed = [claim_id for claim_id, step in told if step.label == "edit.claim_place"]
    assert typed == [whose[2], whose[1], whose[0]], "each with the claim that it was done to"
    assert all(
        claim_id == whose[0] for claim_id, step in told if three[0].id in str(session.reader.edit_of(step.sequence))
    )


def test_what_was_written_on_a_merged_claim_comes_back_on_the_one_that_is_kept(
    session: Session, three: list[Claim]
) -> None:
    merged_one, history = now(session, three[2]), session.history_of_claim(three[0].id)
    wrote = [e.sequence for e in history if e.edit.label == "edit.claim_place"]  # newest first
    undone(session, edits.restore(session.records, three[0].id, history, wrote[0], WHO))
    assert now(session, three[0]).place == "Tarn"
    assert now(session, three[2]) == merged_one


def test_a_verdict_on_a_merged_claim_cites_other_evidence_and_is_not_brought_back(
    session: Session, two: tuple[Claim, Claim]
) -> None:
    one, other = two
    rate(session, other, "false", rationale="By [1].")
    session.do(edits.merge_claims(session.records, one.id, other.id))
    history = session.history_of_claim(one.id)
    given = next(e for e in history if e.edit.label == "edit.set_verdict" and f"{other.id}" in str(e.edit.changes))
    with pytest.raises(FactCheckError, match=f"on claim {other.number}"):
        edits.restore(session.records, one.id, history, given.sequence, WHO)


def test_a_merge_itself_brings_nothing_of_the_other_back(session: Session, three: list[Claim]) -> None:
    history = session.history_of_claim(three[0].id)
    merges = [e.sequence for e in history if e.edit.label == "edit.merge_claims"]
    before = edits.places(session.records, three[0].id)
    for sequence in merges:
        session.do(edits.restore(session.records, three[0].id, history, sequence, WHO))
    assert edits.places(session.records, three[0].id) == before
