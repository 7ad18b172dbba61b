"""Plain text: nothing is changed beyond what `canonical` does."""

from factcheck.importing.draft import Extracted
from factcheck.importing.encoding import readable
from factcheck.importing.formats import Format, Sample
from factcheck.importing.titles import title_of

METHOD = "plain 1"


def extract(data: bytes, name: str) -> Extracted:
    """All characters of the file."""
    decoded = readable(data, name)
    return Extracted(
        text=decoded.text,
        title=title_of(decoded.text, name),
        encoding=decoded.encoding,
        method=METHOD,
        warnings=decoded.warnings,
    )


def _recognises(_sample: Sample) -> bool:
    """Whatever is nothing else."""
    return True


FORMAT = Format("text", (".txt", ".text"), "text/plain", _recognises, extract, isolated=False)
