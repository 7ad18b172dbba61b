"""A report against its project: what was altered after it was made is found, and named by its page."""

import json
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from factcheck import edits, publishing, records, reporting, verifying, workflow
from factcheck.errors import ProjectFileError, ReportError
from factcheck.model import Link, Stance, Verb
from factcheck.progress import Cancelled
from factcheck.session import Session
from factcheck.text import Span
from factcheck.verifying import active
from tests.flows.command_line.calling import data, done, run
from tests.store.making import WHO, add_article

TOLD = {
    "Echo": "Twenty-four people died when the ferry Alma sank off Lunde on Tuesday, the coast guard said.\n",
    "Post": "Thirty-eight people were killed when the ferry Alma sank off Lunde.\n",
}

Alter = Callable[[pypdf.PdfWriter], object]


def written(session: Session, path: Path, options: reporting.ReportOptions | None = None) -> Path:
    """The report as both doors write it."""
    found = workflow.findings(session)
    report = publishing.report(session.reader, found, options or reporting.ReportOptions(), now=1_784_000_000)
    reporting.write_report(report, path)
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its report; then work went on."""
    folder = tmp_path_factory.mktemp("verify")
    with workflow.new_project(folder / "p.factcheck", WHO, "The ferry Alma") as session:
        first, second = (add_article(session, name, name, text) for name, text in TOLD.items())
        for article, rating in ((first, "mostly-true"), (second, "false")):
            edit, claim = edits.add_claim(session.records, article.id, Span(0, 20))
            session.do(edit)
            words = {"summary": f"The count of {article.title} was looked at.", "rationale": "The list says so [1]."}
            session.do(edits.set_verdict(session.records, claim.id, rating, WHO, words=words))
            link = Link("https://lunde.example/list", "The list", "Lunde")
            session.do(edits.add_evidence(session.records, claim.id, link, Stance.refutes)[0])
        finding = next(f for f in workflow.findings(session) if len(f.positions) == 2)
        workflow.rule(session, finding, Verb.confirmed)
        written(session, folder / "report.pdf")
        session.do(edits.edit_project(session.records, title="Another title"))
        session.do(edits.edit_claim(session.records, claim.id, "wording", "Worded anew."))
    return folder


def outcome(folder: Path, report: Path) -> verifying.Outcome:
    with Session.open(folder / "p.factcheck", WHO, read_only=True) as session, session.snapshot() as state:
        return verifying.verify(report, state)


def altered(folder: Path, target: Path, alter: Alter) -> Path:
    writer = pypdf.PdfWriter(clone_from=folder / "report.pdf")
    alter(writer)
    out = BytesIO()
    writer.write(out)
    target.write_bytes(out.getvalue())
    return target


def contents(change: Callable[[bytes], bytes], number: int) -> Alter:
    def alter(writer: pypdf.PdfWriter) -> None:
        page = writer.pages[number]
        old = page.get_contents()
        assert old is not None
        new = DecodedStreamObject()
        new.set_data(change(old.get_data()))
        assert new.get_data() != old.get_data()
        page[NameObject("/Contents")] = writer._add_object(new)

    return alter


def page_with(folder: Path, words: bytes) -> int:
    """The first page after the contents on which these bytes are shown."""
    reader = pypdf.PdfReader(folder / "report.pdf")
    streams = (page.get_contents() for page in reader.pages)
    shown = [b"" if stream is None else stream.get_data() for stream in streams]
    return next(i for i, data in enumerate(shown) if i and words in data)


def kinds(found: verifying.Outcome) -> set[tuple[int, str]]:
    return {(difference.page, difference.kind) for difference in found.differences}


# --- what was not altered ---------------------------------------------------------------------------------------------


def test_a_report_holds_byte_for_byte_though_the_project_went_on(folder: Path) -> None:
    found = outcome(folder, folder / "report.pdf")
    assert found.identical
    assert found.holds
    assert [entry.edit.label for entry in found.since] == ["edit.edit_project", "edit.claim_wording"]
    assert not found.other_fonts
    assert not found.other_rules


def test_a_report_that_another_program_saved_again_holds(folder: Path, tmp_path: Path) -> None:
    found = outcome(folder, altered(folder, tmp_path / "saved.pdf", lambda writer: writer.compress_identical_objects()))
    assert not found.identical
    assert found.differences == ()


def test_the_settings_of_the_report_are_taken_from_its_record(folder: Path, tmp_path: Path) -> None:
    with Session.open(folder / "p.factcheck", WHO, read_only=True) as session:
        one = records.claims(session.records)[0].id
        options = reporting.ReportOptions(title="Only one", claim_ids=(one,), checker="Ines")
        path = written(session, tmp_path / "one.pdf", options)
    found = outcome(folder, path)
    assert found.identical
    assert found.record.options == options
    assert found.since == ()


@pytest.mark.parametrize("template", list(reporting.TEMPLATES))
def test_every_kind_of_report_holds_in_another_language_and_with_claimants_as_letters(
    folder: Path, tmp_path: Path, template: str
) -> None:
    options = reporting.ReportOptions(
        template=template,
        language="de",
        anonymous=True,
        findings=reporting.Entering.open,
        order=reporting.Order.verdict,
        organisation=reporting.Organisation("The Lunde Desk", "#1f5fbf", "We read everything."),
    )
    with Session.open(folder / "p.factcheck", WHO, read_only=True) as session:
        path = written(session, tmp_path / "kind.pdf", options)
    assert outcome(folder, path).identical


# --- what was ---------------------------------------------------------------------------------------------------------


def test_one_changed_word_is_found_on_its_page(folder: Path, tmp_path: Path) -> None:
    number = page_with(folder, b"was looked at")
    alter = contents(lambda data: data.replace(b"was looked at", b"was made up..", 1), number)
    (difference,) = outcome(folder, altered(folder, tmp_path / "a.pdf", alter)).differences[:1]
    assert (difference.page, difference.kind) == (number + 1, "words")
    assert "looked at" in difference.right
    assert "made up" in difference.found


def test_a_changed_verdict_is_found(folder: Path, tmp_path: Path) -> None:
    number = page_with(folder, b"Mostly True")
    alter = contents(lambda data: data.replace(b"Mostly True", b"Mostly Fals"), number)
    assert (number + 1, "words") in kinds(outcome(folder, altered(folder, tmp_path / "a.pdf", alter)))


def test_a_badge_of_another_colour_is_found_and_called_by_its_words(folder: Path, tmp_path: Path) -> None:
    number = page_with(folder, b"Mostly True")

    def other_colour(data: bytes) -> bytes:
        lines = data.split(b"\n")
        at = next(i for i, line in enumerate(lines) if b" RG 0.7 w" in line)
        colour = lines[at].split(b" rg ")[0]
        return b"\n".join([*lines[:at], lines[at].replace(colour, b"0.9 0.1 0.1"), *lines[at + 1 :]])

    found = outcome(folder, altered(folder, tmp_path / "a.pdf", contents(other_colour, number)))
    (difference,) = found.differences
    assert (difference.page, difference.kind) == (number + 1, "verdict")
    assert "Mostly True" in difference.right


def test_a_box_over_words_is_found(folder: Path, tmp_path: Path) -> None:
    alter = contents(lambda data: data + b"\n1 1 1 rg 60 500 300 60 re f", 1)
    assert kinds(outcome(folder, altered(folder, tmp_path / "a.pdf", alter))) == {(2, "shape")}


def test_hidden_words_are_found(folder: Path, tmp_path: Path) -> None:
    def hide(data: bytes) -> bytes:
        font = data.split(b" Tf")[0].split(b"/")[-1]
        return data + b"\nBT 3 Tr 1 0 0 1 70 300 Tm /" + font + b" Tf (unseen) Tj ET"

    found = outcome(folder, altered(folder, tmp_path / "a.pdf", contents(hide, 1)))
    assert kinds(found) == {(2, "words")}
    assert "unseen" in found.differences[0].found


def test_letters_of_another_colour_are_found(folder: Path, tmp_path: Path) -> None:
    number = page_with(folder, b"was looked at")

    def whitened(data: bytes) -> bytes:
        before, after = data.split(b"(The count of", 1)
        start = before.rindex(b"BT ")
        return before[:start] + b"BT 1 1 1 rg" + before[start:].split(b" rg", 1)[1] + b"(The count of" + after

    found = outcome(folder, altered(folder, tmp_path / "a.pdf", contents(whitened, number)))
    assert kinds(found) == {(number + 1, "look")}


def test_a_link_that_leads_elsewhere_is_found(folder: Path, tmp_path: Path) -> None:
    where = []

    def mislead(writer: pypdf.PdfWriter) -> None:
        for number, page in enumerate(writer.pages, 1):
            for note in page.get("/Annots", ()):
                action = note.get_object().get("/A")
                if action and "/URI" in action:
                    action[NameObject("/URI")] = TextStringObject("https://elsewhere.example/")
                    where.append(number)
                    return

    found = outcome(folder, altered(folder, tmp_path / "a.pdf", mislead))
    assert kinds(found) == {(where[0], "link")}
    assert "elsewhere.example" in found.differences[0].found


def test_a_removed_page_and_an_added_one_are_named(folder: Path, tmp_path: Path) -> None:
    pages = len(pypdf.PdfReader(folder / "report.pdf").pages)

    def remove(writer: pypdf.PdfWriter) -> None:
        writer.remove_page(pages - 1)

    removed = outcome(folder, altered(folder, tmp_path / "a.pdf", remove))
    assert (pages, "removed") in kinds(removed)
    added = outcome(folder, altered(folder, tmp_path / "b.pdf", lambda writer: writer.insert_blank_page(index=1)))
    assert (2, "added") in kinds(added)


def test_a_picture_and_a_note_laid_on_a_page_are_found(folder: Path, tmp_path: Path) -> None:
    def note(writer: pypdf.PdfWriter) -> None:
        made = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/FreeText"),
                NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (100, 100, 200, 140)]),
                NameObject("/Contents"): TextStringObject("TRUE"),
            }
        )
        writer.add_annotation(0, made)

    assert (1, "note") in kinds(outcome(folder, altered(folder, tmp_path / "a.pdf", note)))

    def picture(writer: pypdf.PdfWriter) -> None:
        grey = b"BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI"
        contents(lambda data: data + b"\nq 50 0 0 50 100 100 cm " + grey + b" Q", 0)(writer)

    assert (1, "picture") in kinds(outcome(folder, altered(folder, tmp_path / "b.pdf", picture)))


def test_another_page_size_is_found(folder: Path, tmp_path: Path) -> None:
    def crop(writer: pypdf.PdfWriter) -> None:
        box = ArrayObject([FloatObject(n) for n in (0, 0, 595, 400)])
        writer.pages[2][NameObject("/MediaBox")] = box

    assert (3, "size") in kinds(outcome(folder, altered(folder, tmp_path / "a.pdf", crop)))


def scripted(writer: pypdf.PdfWriter) -> None:
    """Something runs when the file is opened."""
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('x')")}
    writer._root_object[NameObject("/OpenAction")] = writer._add_object(DictionaryObject(action))


def test_what_runs_is_found_also_where_it_is_packed_or_spelt_by_numbers() -> None:
    packed = b"<< /Type /ObjStm >> stream\n" + zlib.compress(b"<< /Launch#20 /S >>") + b"\nendstream"
    assert active.runs(packed) == "Launch"
    assert active.runs(b"<< /Open#41ction 5 0 R >>") == "OpenAction"
    assert active.runs(b"<< /OpenActionless 1 /Names 2 >> /ObjStm stream\nnot packed endstream") == ""


@pytest.mark.parametrize("what", ["title", "attachment", "script"])
def test_what_is_of_no_page_is_compared_too(folder: Path, tmp_path: Path, what: str) -> None:
    ways: dict[str, Alter] = {
        "title": lambda writer: writer.add_metadata({"/Title": "Another"}),
        "attachment": lambda writer: writer.add_attachment("more.txt", b"more"),
        "script": scripted,
    }
    found = outcome(folder, altered(folder, tmp_path / "a.pdf", ways[what]))
    assert (0, what) in kinds(found)


def with_record(folder: Path, target: Path, change: Callable[[str], str]) -> Path:
    """The report with another record in the old one's place."""

    def alter(writer: pypdf.PdfWriter) -> None:
        names: Any = writer._root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index] # it is ours
        stream = names[names.index("factcheck-report.json") + 1].get_object()["/EF"]["/F"].get_object()
        text = change(stream.get_data().decode())
        stream.set_data(text.encode())

    return altered(folder, target, alter)


def test_a_record_with_other_settings_makes_another_report(folder: Path, tmp_path: Path) -> None:
    changed = with_record(folder, tmp_path / "a.pdf", lambda text: text.replace('"title":""', '"title":"Other"'))
    assert (1, "words") in kinds(outcome(folder, changed))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"head":"', '"head":"0', "not in the history"),
        ('"project":"', '"project":"0', "not made from"),
        ("{", "[", "altered"),
    ],
)
def test_a_record_that_leads_nowhere_is_told(folder: Path, tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(ReportError, match=says):
        outcome(folder, with_record(folder, tmp_path / "a.pdf", lambda text: text.replace(old, new, 1)))


def test_a_file_without_a_record_is_told(folder: Path, tmp_path: Path) -> None:
    stranger = tmp_path / "a.pdf"
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(stranger)
    with pytest.raises(ReportError, match="holds no record"):
        outcome(folder, stranger)
    stranger.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(ReportError, match="not a PDF"):
        outcome(folder, stranger)
    with pytest.raises(ReportError, match="could not be read"):
        outcome(folder, tmp_path / "absent.pdf")


# --- the project ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE history SET changes = replace(changes, 'mostly-true', 'mostly-fals') WHERE sequence > 1",
        "UPDATE history SET at = at + 1 WHERE sequence = 2",
        "UPDATE texts SET text = replace(text, 'four', 'five')",
    ],
)
def test_a_project_that_was_altered_proves_nothing(folder: Path, tmp_path: Path, sql: str) -> None:
    shutil.copy(folder / "p.factcheck", tmp_path)
    connection = sqlite3.connect(tmp_path / "p.factcheck")
    with connection:
        connection.execute(sql)
    connection.close()
    with pytest.raises(ProjectFileError, match=r"was altered|was changed"):
        outcome(tmp_path, folder / "report.pdf")


def test_records_altered_behind_history_do_not_change_the_answer(folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "p.factcheck", tmp_path)
    connection = sqlite3.connect(tmp_path / "p.factcheck")
    with connection:
        connection.execute("UPDATE claims SET wording = 'Forged.'")
        connection.execute("UPDATE derived_findings SET finding = '{}'")
    connection.close()
    assert outcome(tmp_path, folder / "report.pdf").identical


def test_it_can_be_stopped(folder: Path) -> None:
    def stop(_what: str, _done: int, _total: int) -> None:
        raise Cancelled

    with Session.open(folder / "p.factcheck", WHO, read_only=True) as session, session.snapshot() as state:  # noqa: SIM117
        with pytest.raises(Cancelled):
            verifying.verify(folder / "report.pdf", state, stop)


# --- other forms of a report ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", [ending for ending in reporting.SUFFIXES if ending != ".pdf"])
def test_a_report_of_another_form_holds_and_one_changed_word_is_found(
    folder: Path, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"report{ending}"
    with Session.open(folder / "p.factcheck", WHO, read_only=True) as session:
        found = workflow.findings(session)
        report = publishing.report(session.reader, found, reporting.ReportOptions(), now=1_784_000_000)
    reporting.write_report(report, path)
    assert outcome(folder, path).identical
    data = path.read_bytes()
    if ending == ".docx":
        path.write_bytes(data + b"\0")
        assert kinds(outcome(folder, path)) == {(0, "changed")}
        return
    path.write_bytes(data.replace(b"was looked at", b"was made up", 1))
    difference = outcome(folder, path).differences[0]
    assert difference.kind == "words"
    assert "was made up" in difference.found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"language":"en"', '"language":"../en"'),
        ('"template":"full"', '"template":"none"'),
        ('"made":1784000000', '"made":99999999999999'),
        ('"program":"', '"program":"<b>'),
        ('"colour":""', '"colour":"red"'),
    ],
)
def test_a_record_that_no_program_of_ours_writes_is_refused(folder: Path, tmp_path: Path, old: str, new: str) -> None:
    with pytest.raises(ReportError, match="altered"):
        outcome(folder, with_record(folder, tmp_path / "a.pdf", lambda text: text.replace(old, new, 1)))


def test_with_other_typefaces_words_and_colours_are_compared_and_that_is_said(folder: Path, tmp_path: Path) -> None:
    def other(writer: pypdf.PdfWriter) -> None:
        names: Any = writer._root_object["/Names"]["/EmbeddedFiles"]["/Names"]  # type: ignore[index] # it is ours
        stream = names[names.index("factcheck-fonts.json") + 1].get_object()["/EF"]["/F"].get_object()
        stream.set_data(stream.get_data().replace(b'"', b'"Old', 1))

    found = outcome(folder, altered(folder, tmp_path / "a.pdf", other))
    assert found.holds
    assert found.other_fonts
    number = page_with(folder, b"was looked at")

    def both(writer: pypdf.PdfWriter) -> None:
        other(writer)
        contents(lambda data: data.replace(b"was looked at", b"was made up..", 1), number)(writer)

    assert (number + 1, "words") in kinds(outcome(folder, altered(folder, tmp_path / "b.pdf", both)))
    said = done("verify", tmp_path / "a.pdf", folder / "p.factcheck")
    assert "Other typefaces are installed here" in said


# --- the command ------------------------------------------------------------------------------------------------------


def test_the_command_says_that_it_holds_and_what_has_changed_since(folder: Path) -> None:
    said = done("verify", folder / "report.pdf", folder / "p.factcheck")
    assert "“report.pdf” is what the project says, byte for byte." in said
    assert "changed in 2 steps" in said
    told = data("verify", folder / "report.pdf", folder / "p.factcheck")
    assert told["ok"] is True
    assert told["identical"] is True
    assert told["differences"] == []
    assert [step["who"] for step in told["since"]] == ["Ada", "Ada"]


def test_the_command_names_the_page_and_fails(folder: Path, tmp_path: Path) -> None:
    number = page_with(folder, b"Mostly True")
    alter = contents(lambda data: data.replace(b"Mostly True", b"Mostly Fals"), number)
    path = altered(folder, tmp_path / "a.pdf", alter)
    result = run("verify", path, folder / "p.factcheck")
    assert result.exit_code == 1
    assert f"Page {number + 1}: it should say" in result.stdout
    assert "“a.pdf” differs from what the project says in" in result.stderr
    told = json.loads(run("verify", path, folder / "p.factcheck", "--json").stdout)
    assert told["ok"] is False
    assert {"page": number + 1, "kind": "words"}.items() <= told["differences"][0].items()


def test_what_the_maker_chose_freely_is_named_as_such(folder: Path, tmp_path: Path) -> None:
    with Session.open(folder / "p.factcheck", WHO, read_only=True) as session:
        logo = BytesIO()
        Image.new("RGB", (40, 20), "teal").save(logo, "PNG")
        organisation = reporting.Organisation("The Desk", method="We ask twice.", logo=logo.getvalue())
        options = reporting.ReportOptions(title="A free title", checker="Ines", organisation=organisation)
        path = written(session, tmp_path / "b.pdf", options)
    said = done("verify", path, folder / "p.factcheck")
    chosen = "title “A free title”, answers for it: Ines, organisation The Desk, how the organisation works, logo"
    assert chosen in said
    assert "has not changed since" in said
