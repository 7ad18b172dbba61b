"""Whatever comes in: one sentence, within limits, and the others are imported all the same."""

import gzip
import io
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from factcheck.errors import FactCheckError, ImportFailedError, NotFoundError
from factcheck.importing import Input, Limits, inputs, offered_suffixes, pasted, read_all, read_bytes, read_file
from factcheck.importing.formats import by_key
from factcheck.importing.isolation import Isolated
from factcheck.progress import Cancelled

WORDS = b"The mayor of Tollen said that the ferry had run aground because the beacon was dark. "


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 100)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.txt is empty."),
        (b" \r\n\t\xc2\xa0", "a.txt has no words to check."),
        (b"\xef\xbb\xbf", "a.txt has no words to check."),
        (b"... --- ...", "a.txt has no words to check."),
        (b"\x00" * 5000, "a.txt holds bytes that are no text in any encoding."),
        (b"words\x00\x01\x02\x03" * 500, "a.txt holds bytes that are no text in any encoding."),
        (random.Random(1).randbytes(50_000), "a.txt holds bytes that are no text in any encoding."),
        (b"\xff\xfe" + random.Random(2).randbytes(50_001), "a.txt holds bytes that are no text in any encoding."),
        (zipped("ppt/presentation.xml"), "a.txt looks like a presentation, which cannot be imported yet."),
        (zipped("a.txt"), "a.txt looks like a compressed archive, which cannot be imported yet."),
        (gzip.compress(WORDS, mtime=0), "a.txt looks like a compressed archive, which cannot be imported yet."),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.txt looks like a picture, which cannot be imported yet."),
        (b"\xff\xd8\xff\xe0..JFIF", "a.txt looks like a picture, which cannot be imported yet."),
        (b"SQLite format 3\0" + b"\0" * 100, "a.txt looks like a database or a project of this program, which"),
        (b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "b">]><l>&a;</l>', "a.txt looks like an XML file, which"),
        (b"<html><head><title>T</title></head><body><script>words()</script></body></html>", "a.txt has no words"),
        (b"<!doctype html><!-- only a comment -->", "a.txt has no words to check."),
        (b"<html><body>" + b"<div>" * 100_000 + WORDS, "a.txt has elements nested too deep to be read."),
        (b"<html><body>" + b"<b><i>" * 50_000 + WORDS, "a.txt has elements nested too deep to be read."),
    ],
)
def test_refused_with_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(ImportFailedError) as caught:
        read_bytes(data, "/somewhere/a.txt")
    assert str(caught.value).startswith(said)
    assert "\n" not in str(caught.value)


def test_an_input_without_a_name() -> None:
    with pytest.raises(ImportFailedError, match=r"^The input is empty\.$"):
        pasted("")
    with pytest.raises(ImportFailedError, match=r"^The input has no words to check\.$"):
        pasted(" \ud800 ")


@pytest.mark.parametrize(
    ("limits", "data", "name", "said"),
    [
        (Limits(input_bytes=1024 * 1024), WORDS * 20_000, "a.txt", "a.txt has 2 MB; at most 1 MB can be imported."),
        (Limits(seconds=0.7), b"![" * 400_000, "a.md", "a.md took longer than 0.7 seconds to read and was given up."),
        (Limits(output_bytes=100), b"<html><p>" + WORDS * 9, "", "The input becomes more text than can be imported."),
    ],
)
def test_limits(limits: Limits, data: bytes, name: str, said: str) -> None:
    with pytest.raises(ImportFailedError) as caught:
        read_bytes(data, name, limits)
    assert str(caught.value) == said


@pytest.mark.skipif(sys.platform != "linux", reason="no reliable limit on address space elsewhere")
def test_a_page_that_needs_too_much_memory() -> None:
    with pytest.raises(ImportFailedError, match=r"^a\.html (would take too much memory|ended the process)"):
        read_bytes(b"<html><body>" + b"<p>words" * 400_000, "a.html", Limits(memory=200 * 1024 * 1024))


def test_five_megabytes_of_html_in_one_line() -> None:
    text = read_bytes(b"<html><body><p>" + WORDS * 60_000 + b"</p></body></html>").text
    assert len(text) > 5_000_000


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="There is no file or folder"):
        inputs([tmp_path / "none.txt"])
    with pytest.raises(NotFoundError):
        inputs([Path("a\0b")])
    with pytest.raises(NotFoundError):
        inputs([Path("n" * 5000)])
    with pytest.raises(ImportFailedError, match=r"none\.txt cannot be read: No such file"):
        read_file(tmp_path / "none.txt")


def test_a_folder_without_anything(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    with pytest.raises(ImportFailedError, match=r"holds no file that can be imported \(\.pdf, "):
        inputs([tmp_path])


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux's /proc")
def test_a_file_that_cannot_be_read() -> None:
    with pytest.raises(ImportFailedError, match=r"^mem cannot be read: Input/output error\.$"):
        read_file(Path("/proc/self/mem"))
    with pytest.raises(ImportFailedError, match=r"^null is not a file that can be read as a whole\.$"):
        read_file(Path("/dev/null"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(WORDS)
    file.chmod(0)
    with pytest.raises(ImportFailedError, match="Permission denied"):
        read_file(file)


# --- many at once -----------------------------------------------------------------------------------------------------


def test_what_a_folder_stands_for(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.HTML", "sub/d.htm", "sub/.hidden.txt", ".git/e.txt", "f.png", "named.xyz"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(WORDS)
    found = inputs([tmp_path / "named.xyz", tmp_path, tmp_path / "a.md", tmp_path / "sub" / ".hidden.txt"])
    assert [f.relative_to(tmp_path).as_posix() for f in found] == [
        "named.xyz",
        "a.md",
        "b.txt",
        "c.HTML",
        "sub/d.htm",
        "sub/.hidden.txt",
    ]
    assert ".txt" in offered_suffixes()


def batch(folder: Path) -> list[Path]:
    contents = {
        "1.html": b"<html><body><p>" + WORDS * 3,
        "2.pdf": b"%PDF-1.7",
        "3.md": b"![" * 400_000,
        "4.html": b"<html><body><p>" + WORDS * 4,
        "5.txt": WORDS,
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in contents] + [folder / "6.txt"]


def test_a_bad_one_does_not_stop_the_others(tmp_path: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    paths = batch(tmp_path)
    outcomes = list(read_all(paths, lambda *step: steps.append(step), Limits(seconds=3)))
    assert [o.source for o in outcomes] == list(map(str, paths))
    assert [o.drafts[0].file if o.drafts else "" for o in outcomes] == ["1.html", "", "", "4.html", "5.txt", ""]
    assert [bool(o.error) for o in outcomes] == [False, True, True, False, False, True]
    assert steps[0] == ("1.html", 0, 6)
    assert steps[-1] == ("", 6, 6)


def test_cancelled_while_a_file_is_read(tmp_path: Path) -> None:
    def cancel(_what: str, done: int, _total: int) -> None:
        seen.append(done)
        if seen.count(2) > 3:
            raise Cancelled

    seen: list[int] = []
    outcomes = read_all(batch(tmp_path), cancel)
    assert next(outcomes).drafts
    assert next(outcomes).error
    with pytest.raises(Cancelled):
        next(outcomes)


def test_a_child_that_dies_is_replaced() -> None:
    with Isolated(Limits()) as isolated:
        html = by_key("html")
        assert isolated.extract(html, Input(b"<p>" + WORDS, "a"), lambda: None).articles
        process = isolated._process
        assert process is not None
        process.kill()
        process.wait()
        assert isolated.extract(html, Input(b"<p>" + WORDS, "a"), lambda: None).articles

        def kill() -> None:
            assert isolated._process is not None
            isolated._process.kill()

        with pytest.raises(ImportFailedError, match="ended the process that read it"):
            isolated.extract(by_key("markdown"), Input(b"![" * 400_000, "a"), kill)
        assert isolated.extract(html, Input(b"<p>" + WORDS, "a"), lambda: None).articles


def test_a_refusal_keeps_the_child() -> None:
    with Isolated(Limits()) as isolated:
        for _ in range(2):
            with pytest.raises(FactCheckError):
                isolated.extract(by_key("html"), Input(b"<!-- -->", "a"), lambda: None)
        assert isolated._served == 2


def test_a_module_in_the_current_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit(3)")
    monkeypatch.chdir(tmp_path)
    assert read_bytes(b"<html><p>" + WORDS).text


def test_heavy_libraries_wait() -> None:
    code = (
        "import sys, factcheck.importing as i; i.offered_suffixes(); i.read_bytes(b'Some words', 'a.txt');"
        "sys.exit(str({'trafilatura', 'lxml', 'markdown_it', 'dateparser', 'charset_normalizer'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "set()"
