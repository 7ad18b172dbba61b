"""Whether a report is what its project says: it is made anew from history, and compared."""

from factcheck.verifying.comparing import Difference
from factcheck.verifying.steps import Outcome, verify
from factcheck.verifying.words import about, answer, said

__all__ = ["Difference", "Outcome", "about", "answer", "said", "verify"]
