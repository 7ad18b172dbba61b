"""Bytes, files and pasted text → drafts of articles.

A format is a module with a `FORMAT` and a row in `formats.formats()`; `foreign` names what is not offered yet.
Everything that is not linear runs in a child process (`isolation`, `worker`) with limits on time, memory and output;
`batch` has a few of them for many files.
"""

from factcheck.importing.batch import read_all
from factcheck.importing.claimreview import read_checks
from factcheck.importing.dates import is_of_file, printed_date
from factcheck.importing.draft import DEFAULT_LIMITS, Draft, Input, Limits, Outcome
from factcheck.importing.formats import offered_suffixes
from factcheck.importing.inputs import inputs
from factcheck.importing.reading import pasted, read_bytes, read_file, read_input, read_part, read_text
from factcheck.importing.rows import Table, read_table, table_in

__all__ = [
    "DEFAULT_LIMITS",
    "Draft",
    "Input",
    "Limits",
    "Outcome",
    "Table",
    "inputs",
    "is_of_file",
    "offered_suffixes",
    "pasted",
    "printed_date",
    "read_all",
    "read_bytes",
    "read_checks",
    "read_file",
    "read_input",
    "read_part",
    "read_table",
    "read_text",
    "table_in",
]
