"""What comes back from the PDF, for any text; and places that cannot be written."""

import os
import re
import resource
import subprocess
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import ReportError
from factcheck.progress import Cancelled
from factcheck.reporting import Report, ReportOptions, build, characters_without_font, write_report
from factcheck.reporting.pdf.characters import tidy
from factcheck.reporting.pdf.fonts import Fonts
from factcheck.reporting.pdf.shape import available
from tests.core.reporting.desk import Desk, flood
from tests.core.reporting.test_pdf import pages, printed

# --- text there and back ----------------------------------------------------------------------------------------------

FONTS = Fonts(shaping=available())
#: What a reader program takes apart or leaves out itself; blanks are folded, and unwritten signs not shown.
LETTERS = [c for c in sorted(FONTS.plain) if unicodedata.category(c)[0] not in "CZ" and not "ﬀ" <= c <= "ﬆ"]
MARKS = "\u0300\u0301\u0302\u0303\u0304\u0308\u030b\u0323\u0327\u0331"
DEVANAGARI = "कखगघचछजझटठडढतथदधनपफबभमयरलवशसह"
SIGNS = "\u093e\u093f\u0940\u0941\u0942\u0947\u0948\u094b\u094c\u0902"


def read_back(text: str) -> str:
    """What a reader program says of a report with this text as its method, after NFC and with folded white space; the
    sign that PDFium puts for a hyphen at the end of a line is one again."""
    desk = Desk()
    desk.project(method=text)
    read = " ".join(pages(printed(build(desk.records, (), ReportOptions()))))
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", re.sub("[\x02\ufffe]", "-", read)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.sampled_from(LETTERS), min_size=1, max_size=12), min_size=1, max_size=80))
def test_left_to_right_text_that_the_fonts_have_comes_back_equal(words: list[str]) -> None:
    text = unicodedata.normalize("NFC", " ".join(words))
    assert unbroken(text) in unbroken(read_back(text))


def unbroken(text: str) -> str:
    """Without white space behind the signs of hyphenated words and addresses, where a line may end within a word."""
    return re.sub(r"(?<=[-‐–—/?&=#%._:])\s+", "", text)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("aeiouqxnAEΑΩжЖ"), st.text(MARKS, max_size=2)), min_size=1, max_size=40))
def test_letters_with_marks_of_their_own_come_back_equal(letters: list[tuple[str, str]]) -> None:
    text = unicodedata.normalize("NFC", " ".join(letter + marks for letter, marks in letters))
    assert text in read_back(text)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.tuples(st.sampled_from(DEVANAGARI), st.sampled_from(["", *SIGNS])), min_size=1, max_size=5),
                min_size=1, max_size=30))  # fmt: skip
def test_devanagari_comes_back_equal(words: list[list[tuple[str, str]]]) -> None:
    text = unicodedata.normalize("NFC", " ".join("".join(a + b for a, b in word) for word in words))
    assert text in read_back(text)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Co", "Cn", "Cc", "Cf", "Z"]), min_size=1, max_size=40))
def test_what_no_font_has_is_named_and_all_else_is_not(text: str) -> None:
    desk = Desk()
    desk.project(method=text)
    named = {c for gap in characters_without_font(build(desk.records, (), ReportOptions())) for c in gap.characters}
    assert named == FONTS.missing(tidy(text))


# --- places that cannot be written ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def report() -> Report:
    desk = flood()
    return build(desk.records, desk.findings, ReportOptions())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    return path


def untouched(target: Path) -> bool:
    return target.read_bytes() == b"old" and list(target.parent.iterdir()) == [target]


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Within it the system refuses to write more than this to a file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [0, 1_000, 60_000])
def test_a_file_that_may_not_grow_leaves_the_old_one(report: Report, target: Path, size: int) -> None:
    with files_up_to(size), pytest.raises(ReportError, match="file too large; an older file there is as it was"):
        write_report(report, target)
    assert untouched(target)


def test_a_full_disk_leaves_the_old_file(report: Report, tmp_path: Path) -> None:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only root can make a small disk")
    try:
        target = tmp_path / "report.pdf"
        target.write_bytes(b"old")
        with pytest.raises(ReportError, match="no space left on device; an older file there is as it was"):
            write_report(report, target)
        assert untouched(target)
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_a_report_that_is_read_only_is_left_alone(
    report: Report, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target.chmod(0o400)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anything
    with pytest.raises(ReportError, match="read-only; an older file there is as it was"):
        write_report(report, target)
    assert untouched(target)


def test_a_report_can_be_stopped_at_any_call(report: Report, target: Path) -> None:
    whole = target.with_name("whole.pdf")
    calls = told_calls(report, whole, stop=0)
    whole.unlink()
    for stop in range(1, calls + 1, max(1, calls // 6)):
        with pytest.raises(Cancelled):
            told_calls(report, target, stop)
        assert untouched(target)


def told_calls(report: Report, target: Path, stop: int) -> int:
    """How often progress was told; the wish to stop comes at one of the calls."""
    calls = 0

    def count(_what: str, _done: int, _total: int) -> None:
        nonlocal calls
        calls += 1
        if calls == stop:
            raise Cancelled

    write_report(report, target, count)
    return calls


def test_no_second_passes_without_a_call(tmp_path: Path) -> None:
    """A cancelled export answers within a second; a quarter of it is asked for here, of a report of 300 pages."""
    desk = Desk()
    for number in range(500):
        desk.claim(f"Claim {number} about the weir", limits="One sentence on what could not be checked. " * 12)
    report = build(desk.records, (), ReportOptions())
    told = [time.process_time()]
    write_report(report, tmp_path / "report.pdf", lambda _what, _done, _total: told.append(time.process_time()))
    told.append(time.process_time())
    assert max(later - earlier for earlier, later in pairwise(told)) < 0.25
