"""The verbs: what a person can do to a project. Each reads the records and returns an `Edit` for `Session.do`.

Ids are made here, so that redo restores the same record. A verb that finds nothing to change returns an edit without
changes, which the session does not write down.
"""

from factcheck.edits.articles import NewArticle, add_article, edit_article, mark_copies
from factcheck.edits.claims import (
    TYPED_FIELDS,
    add_appearance,
    add_claim,
    claim_at,
    edit_claim,
    passage_anchor,
    remove_appearance,
    set_field,
    set_status,
)
from factcheck.edits.evidence import add_evidence, edit_evidence, move_evidence
from factcheck.edits.findings import (
    clear_ruling,
    make_contradiction,
    note_on,
    remove_contradiction,
    reshape_contradiction,
    rule_on,
)
from factcheck.edits.joining import duplicate_claim, merge_claims, move_appearance, places, split_claim
from factcheck.edits.making import compose, now
from factcheck.edits.media import add_claims, add_media, add_media_claim, remove_media
from factcheck.edits.project import create_project, edit_project, import_project
from factcheck.edits.reports import issue_report
from factcheck.edits.restoring import restore
from factcheck.edits.second_reading import compare, reveal
from factcheck.edits.verdicts import set_verdict, write_verdict
from factcheck.edits.versions import NewVersion, accept_place, add_version, correct_text, mark_lost, move_passage
from factcheck.edits.withdrawing import is_withheld, withdraw, withhold

__all__ = [
    "TYPED_FIELDS",
    "NewArticle",
    "NewVersion",
    "accept_place",
    "add_appearance",
    "add_article",
    "add_claim",
    "add_claims",
    "add_evidence",
    "add_media",
    "add_media_claim",
    "add_version",
    "claim_at",
    "clear_ruling",
    "compare",
    "compose",
    "correct_text",
    "create_project",
    "duplicate_claim",
    "edit_article",
    "edit_claim",
    "edit_evidence",
    "edit_project",
    "import_project",
    "is_withheld",
    "issue_report",
    "make_contradiction",
    "mark_copies",
    "mark_lost",
    "merge_claims",
    "move_appearance",
    "move_evidence",
    "move_passage",
    "note_on",
    "now",
    "passage_anchor",
    "places",
    "remove_appearance",
    "remove_contradiction",
    "remove_media",
    "reshape_contradiction",
    "restore",
    "reveal",
    "rule_on",
    "set_field",
    "set_status",
    "set_verdict",
    "split_claim",
    "withdraw",
    "withhold",
    "write_verdict",
]
