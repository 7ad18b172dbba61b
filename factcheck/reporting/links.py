"""Where a report's links may lead."""

from urllib.parse import quote

from factcheck.reporting.tidying import tidy

#: What an address keeps as it is; all else is written in per cent.
_SIGNS = "%/:?#[]@!$&'()*+,;=~"


def address(link: str) -> str:
    """A place of the report ("#…") or a page of the web, as it can be written anywhere; "" for anything else."""
    if link.startswith("#"):
        return link
    return quote(tidy(link), safe=_SIGNS) if link.lower().startswith(("http://", "https://")) else ""
