"""The claims of a report as ClaimReview, for formats that search engines read."""

import json
from collections.abc import Iterator, Sequence

from factcheck.exchange import claimreview
from factcheck.model import Claim
from factcheck.records import Records
from factcheck.reporting.options import ReportOptions
from factcheck.reporting.templates import Block, template


def reviews(records: Records, claims: Sequence[Claim], options: ReportOptions) -> Iterator[str]:
    """Each claim that has a verdict. None where claimants have no names, nor on what does not leave the desk.

    A review's address is its place in the report, so it holds wherever the report is published.
    """
    if options.anonymous or Block.signoff in template(options.template).blocks:
        return
    published = claimreview.Published(by=options.organisation.name)
    for claim in claims:
        if data := claimreview.review(records, claim, published):
            yield json.dumps({"@context": claimreview.CONTEXT, **data}, ensure_ascii=False)
