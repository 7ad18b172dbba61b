"""factcheck: read articles side by side, mark claims, find contradictions, give verdicts, hand over a report."""

__version__ = "0.1.0"
