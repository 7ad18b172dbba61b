"""The nouns. Frozen records, no behaviour beyond what follows from their fields; the verbs are in `edits`.

Records (kept in the project file, covered by history): Project, Publisher, Article, ArticleVersion, Claim, Appearance,
Evidence, Scale, Verdict, Ruling, Contradiction. Derived (rebuilt from records at any time): Statement, Finding.

Times are UTC seconds since 1970. Offsets are code points into the canonical text of an article version.
"""

from factcheck.model.articles import (
    Anchor,
    Article,
    ArticleVersion,
    Landmark,
    LandmarkKind,
    Precision,
    PrintedDate,
    Project,
    Publisher,
    Statement,
)
from factcheck.model.claims import (
    Appearance,
    Claim,
    Evidence,
    Grade,
    Link,
    Note,
    PassageTarget,
    Stance,
    Status,
    StoredFile,
    Target,
)
from factcheck.model.edits import RECORD_TYPES, Change, Edit, Entry, Record, Who
from factcheck.model.findings import (
    DISPUTED,
    Contradiction,
    Finding,
    JudgedFinding,
    JudgedPosition,
    Kind,
    Passage,
    Position,
    Reason,
    ReasonType,
    Ruling,
    Verb,
)
from factcheck.model.ids import new_id
from factcheck.model.verdicts import Rating, Reader, Scale, Verdict

__all__ = [
    "DISPUTED",
    "RECORD_TYPES",
    "Anchor",
    "Appearance",
    "Article",
    "ArticleVersion",
    "Change",
    "Claim",
    "Contradiction",
    "Edit",
    "Entry",
    "Evidence",
    "Finding",
    "Grade",
    "JudgedFinding",
    "JudgedPosition",
    "Kind",
    "Landmark",
    "LandmarkKind",
    "Link",
    "Note",
    "Passage",
    "PassageTarget",
    "Position",
    "Precision",
    "PrintedDate",
    "Project",
    "Publisher",
    "Rating",
    "Reader",
    "Reason",
    "ReasonType",
    "Record",
    "Ruling",
    "Scale",
    "Stance",
    "Statement",
    "Status",
    "StoredFile",
    "Target",
    "Verb",
    "Verdict",
    "Who",
    "new_id",
]
