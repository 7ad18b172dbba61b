"""The day's work in whole steps, as both doors (window and command line) take them.

Each joins what the packages below it do: importing with edits, records with matching, findings with rulings. What reads
only takes `Records`, so that a worker thread can do it on a snapshot.
"""

from factcheck.workflow.projects import (
    LARGEST_FILE,
    LARGEST_PROJECT,
    add,
    attach_file,
    earlier_checks,
    new_article,
    new_project,
    project_from,
    save_original,
    stored_file,
)
from factcheck.workflow.proposals import (
    Find,
    Proposals,
    affordable,
    findings,
    findings_of,
    fingerprint,
    fingerprint_of,
    keep,
    kept_proposals,
    propose,
    ruled,
    signatures,
    source,
    sources,
    untexted,
)
from factcheck.workflow.rulings import Side, claims_from, clear_ruling, contradict, judged, rule

__all__ = [
    "LARGEST_FILE",
    "LARGEST_PROJECT",
    "Find",
    "Proposals",
    "Side",
    "add",
    "affordable",
    "attach_file",
    "claims_from",
    "clear_ruling",
    "contradict",
    "earlier_checks",
    "findings",
    "findings_of",
    "fingerprint",
    "fingerprint_of",
    "judged",
    "keep",
    "kept_proposals",
    "new_article",
    "new_project",
    "project_from",
    "propose",
    "rule",
    "ruled",
    "save_original",
    "signatures",
    "source",
    "sources",
    "stored_file",
    "untexted",
]
