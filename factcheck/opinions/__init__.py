"""A second opinion on findings, if the person brings somebody to ask: a model in a folder, or a judge at an address.

Findings are the same without. An *adviser* is asked whether two statements can both be true; what it says moves the
score of the finding by a bounded factor and is told with it. Opinions are kept by the words that were judged.
"""

from factcheck.opinions.asking import Adviser, Heard, Question, consult, key, questions
from factcheck.opinions.encoder import CrossEncoder
from factcheck.opinions.folder import ModelFolder
from factcheck.opinions.judge import Judge, judge_name
from factcheck.opinions.mixing import weighed

__all__ = [
    "Adviser",
    "CrossEncoder",
    "Heard",
    "Judge",
    "ModelFolder",
    "Question",
    "consult",
    "judge_name",
    "key",
    "questions",
    "weighed",
]
