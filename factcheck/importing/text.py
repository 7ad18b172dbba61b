"""Plain text: nothing is changed beyond what `canonical` does."""

from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.encoding import readable
from factcheck.importing.formats import Format, Sample
from factcheck.importing.titles import title_of

METHOD = "plain 1"


def extract(given: Input) -> Extraction:
    """All characters of the file."""
    decoded = readable(given.data, given.name, given.charset)
    article = Extracted(
        text=decoded.text,
        title=title_of(decoded.text, given.name),
        encoding=decoded.encoding,
        method=METHOD,
        warnings=decoded.warnings,
    )
    return Extraction((article,))


def _recognises(_sample: Sample) -> bool:
    """Whatever is nothing else."""
    return True


FORMAT = Format("text", (".txt", ".text"), "text/plain", _recognises, extract, isolated=False)
