"""Where in its original a passage stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import landmarks
from factcheck.i18n import Catalogue
from factcheck.model import Landmark, LandmarkKind

PAGES = (
    Landmark(0, LandmarkKind.page, "1"),
    Landmark(50, LandmarkKind.page, "2"),
    Landmark(90, LandmarkKind.page, "3"),
)
CUES = (
    Landmark(0, LandmarkKind.time, "00:12:05.500"),
    Landmark(0, LandmarkKind.speaker, "Ada Brink"),
    Landmark(40, LandmarkKind.time, "00:12:09.000"),
    Landmark(40, LandmarkKind.speaker, ""),
)


@pytest.mark.parametrize(
    ("marks", "start", "end", "said"),
    [
        (PAGES, 0, 20, "p. 1"),
        (PAGES, 50, 60, "p. 2"),
        (PAGES, 49, 50, "p. 1"),
        (PAGES, 40, 95, "pp. 1–3"),
        (CUES, 3, 20, "00:12:05, Ada Brink"),
        (CUES, 41, 50, "00:12:09"),
        ((Landmark(0, LandmarkKind.row, "7"), Landmark(0, LandmarkKind.detail, "Place: Tollen")), 2, 5, "row 7"),
        ((Landmark(10, LandmarkKind.page, "2"),), 3, 5, ""),
        ((), 0, 1, ""),
    ],
)
def test_a_place_is_told_in_the_words_of_its_original(
    marks: tuple[Landmark, ...], start: int, end: int, said: str
) -> None:
    assert landmarks.place(marks, start, end, Catalogue()) == said


@given(st.lists(st.builds(Landmark, st.integers(0, 10**6), st.sampled_from(LandmarkKind), st.text(max_size=9))))
def test_landmarks_come_back_as_they_were_written(marks: list[Landmark]) -> None:
    text = landmarks.to_text(marks)
    assert (landmarks.from_text(text) if text else ()) == tuple(marks)


@pytest.mark.parametrize("text", ["", "{}", '[["0", "page", "1"]]', '[[0, "shelf", "1"]]', "[[0]]", "nothing"])
def test_what_are_no_landmarks_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"landmark|Landmark|Expecting"):
        landmarks.from_text(text)
