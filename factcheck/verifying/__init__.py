"""Whether a report is what its project says: it is made anew from history, and compared."""

from factcheck.verifying.comparing import Difference
from factcheck.verifying.steps import Outcome, verify

__all__ = ["Difference", "Outcome", "verify"]
