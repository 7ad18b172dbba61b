"""What is offered for a few letters of a name."""

from factcheck.ui.offers import Offer, Sort, best

EXPORT = Offer(Sort.action, "export", "Export report as PDF", "Ctrl+E", "File")
FOLDER = Offer(Sort.action, "import_folder", "Import a folder", "", "File")
LARGER = Offer(Sort.action, "zoom_in", "Larger text", "", "View")
BRIDGE = Offer(Sort.article, "a1", "Bridge at Orm fell, police say", "Wire")
HURT = Offer(Sort.claim, "c1", "12 people were hurt.", "1", "Some 12 people were hurt when the bridge fell.")
ALL = (EXPORT, FOLDER, LARGER, BRIDGE, HURT)


def first(typed: str) -> str:
    return best(ALL, typed)[0].id


def test_without_letters_all_come_as_they_are() -> None:
    assert best(ALL, "  ") == list(ALL)


def test_a_part_of_the_name_is_enough() -> None:
    assert first("repo") == "export"
    assert first("folder") == "import_folder"


def test_a_slip_of_the_fingers_is_forgiven() -> None:
    assert first("exprot repotr") == "export"


def test_what_is_merely_like_it_is_not_offered_beside_what_holds_it() -> None:
    assert [offer.id for offer in best(ALL, "larg")] == ["zoom_in"]


def test_words_may_come_in_any_order() -> None:
    assert first("pdf export") == "export"


def test_what_begins_with_the_letters_comes_before_what_holds_them() -> None:
    assert [offer.id for offer in best(ALL, "bridge")][:2] == ["a1", "c1"]


def test_a_claim_is_found_by_its_quote() -> None:
    assert "c1" in [offer.id for offer in best(ALL, "when the bridge")]


def test_an_action_is_found_by_its_menu() -> None:
    assert {offer.id for offer in best(ALL, "file")} >= {"export", "import_folder"}


def test_nothing_like_it_is_nothing() -> None:
    assert best(ALL, "zzzzqq") == []


def test_no_more_than_asked_for() -> None:
    assert len(best(ALL * 100, "e", 7)) == 7


def test_other_scripts_are_found_too() -> None:
    arabic = Offer(Sort.article, "a2", "انهيار الجسر في أورم")
    assert best([*ALL, arabic], "الجسر")[0] is arabic


def test_among_very_many_a_typed_word_must_occur() -> None:
    many = [Offer(Sort.claim, str(n), f"Claim about mile {n}") for n in range(4000)]
    assert best(many, "3977")[0].id == "3977"
