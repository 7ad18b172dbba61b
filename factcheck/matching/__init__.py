"""Matching: statements of articles → facts → pairs that cannot both be true → findings, one row per disputed fact.

`find` is pure and knows nothing of rulings; `apply_rulings` adds what people said. The words that it knows stand in
`resources/lang`, the sentences that it speaks in `resources/i18n`.
"""

from factcheck.matching.aligning import WordPair, aligned
from factcheck.matching.following import successor
from factcheck.matching.json_form import as_json
from factcheck.matching.merging import merged, without
from factcheck.matching.neighbours import Neighbours
from factcheck.matching.rulings import anchor_of, apply_rulings, given, in_order, judged, quotes, quotes_of
from factcheck.matching.search import find, found
from factcheck.matching.statements import Source, statements
from factcheck.matching.table import Figure, Row, Table, table
from factcheck.matching.topics import Event, outline, outlined
from factcheck.matching.worth import Worth, Worthy, worthy
from factcheck.model import Finding, Passage

#: Raised whenever the rules or their data change what is found, so that findings that are kept are found anew.
EDITION = 8

__all__ = [
    "EDITION",
    "Event",
    "Figure",
    "Finding",
    "Neighbours",
    "Passage",
    "Row",
    "Source",
    "Table",
    "WordPair",
    "Worth",
    "Worthy",
    "aligned",
    "anchor_of",
    "apply_rulings",
    "as_json",
    "find",
    "found",
    "given",
    "in_order",
    "judged",
    "merged",
    "outline",
    "outlined",
    "quotes",
    "quotes_of",
    "statements",
    "successor",
    "table",
    "without",
    "worthy",
]
