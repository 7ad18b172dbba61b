"""A `Report` as a document: headings, paragraphs, quotes, tables and links in the order of reading.

HTML, Markdown and DOCX are three ways of writing it. The PDF is set from the report itself.
"""

from factcheck.reporting.outline.document import document
from factcheck.reporting.outline.nodes import Document

__all__ = ["Document", "document"]
