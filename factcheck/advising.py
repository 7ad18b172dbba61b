"""A second opinion on a project's findings: who is asked, about what, and what of it is known. Off unless set up.

The model is asked about the first findings by score; then the judge, which is slower and may cost money, about fewer of
them, in the order that the model gives.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from factcheck import opinions, records
from factcheck.errors import FactCheckError
from factcheck.model import Finding, Opinion
from factcheck.paths import user_data
from factcheck.progress import Progress, silent
from factcheck.records import Records
from factcheck.settings import Settings
from factcheck.store.opinions import Opinions

#: Findings that a model is asked about.
MODEL_QUESTIONS = 1500
#: Findings that a judge is asked about unless another number is set, and at most.
JUDGE_QUESTIONS, JUDGE_MOST = 50, 1500


@dataclass(frozen=True, slots=True)
class Advisers:
    """Who is asked: a model (a folder, or a name in the hub's cache), a judge (address and model), or both."""

    model: str = ""
    judge_url: str = ""
    judge_model: str = ""
    judge_questions: int = JUDGE_QUESTIONS

    @classmethod
    def chosen(cls, settings: Settings) -> "Advisers":
        """Those of the settings."""
        most = min(JUDGE_MOST, max(1, settings.judge_questions))
        return cls(settings.opinion_model, settings.judge_url, settings.judge_model, most)

    @property
    def judged(self) -> bool:
        """Whether there is a judge."""
        return bool(self.judge_url and self.judge_model)

    def __bool__(self) -> bool:
        return bool(self.model) or self.judged


@dataclass(frozen=True, slots=True)
class Advice:
    """What advisers say of findings: opinions by finding, of the model and of the judge, and what asking cost."""

    model: Mapping[str, Opinion]
    judge: Mapping[str, Opinion]
    #: Questions that were asked now, those left without an answer that can be used, and tokens as the judge counts.
    asked: int = 0
    without: int = 0
    tokens: int = 0

    def weigh(self, found: Sequence[Finding]) -> list[Finding]:
        """The findings with their scores moved, best first."""
        return opinions.weighed(found, self.model, self.judge)

    @property
    def heard(self) -> int:
        """On how many findings there is an opinion."""
        return len(self.model.keys() | self.judge.keys())


NONE = Advice({}, {})


def dates(state: Records) -> dict[str, str]:
    """When each article was published, as far as that is known."""
    return {article.id: article.published.iso for article in records.articles(state) if article.published}


def kept() -> Opinions:
    """The opinions that were heard on this machine."""
    return Opinions(user_data() / "opinions.sqlite")


def ask(
    advisers: Advisers,
    found: Sequence[Finding],
    dates: Mapping[str, str],
    key: Callable[[], str] = lambda: "",
    progress: Progress = silent,
) -> Advice:
    """Asks what is not known yet; `key` gives the judge's. Each answer is kept as it comes, whatever follows."""
    heard = opinions.Heard({})
    if advisers.model:
        model = opinions.CrossEncoder(opinions.ModelFolder.find(advisers.model))
        heard = opinions.consult(model, opinions.questions(found, dates, MODEL_QUESTIONS), kept(), progress)
    if not advisers.judged:
        return Advice(heard.opinions, {}, heard.asked, heard.without)
    judge = _judge(advisers, key)
    ranked = opinions.weighed(found, heard.opinions, {})
    said = opinions.consult(judge, opinions.questions(ranked, dates, advisers.judge_questions), kept(), progress)
    asked, without = heard.asked + said.asked, heard.without + said.without
    return Advice(heard.opinions, said.opinions, asked, without, judge.tokens)


def due(advisers: Advisers, found: Sequence[Finding]) -> int:
    """On how many of these findings an opinion is asked for."""
    most = MODEL_QUESTIONS if advisers.model else advisers.judge_questions if advisers.judged else 0
    return len(opinions.questions(found, {}, most))


def _judge(advisers: Advisers, key: Callable[[], str]) -> opinions.Judge:
    from factcheck.web import Endpoint  # late: the window can be shown without it

    return opinions.Judge(Endpoint(advisers.judge_url, key()), advisers.judge_url, advisers.judge_model)


def known(advisers: Advisers, found: Sequence[Finding], dates: Mapping[str, str]) -> Advice:
    """What was heard before, without asking anybody."""
    asked = opinions.questions(found, dates, len(found))
    return Advice(_kept(_model_name(advisers), asked), _kept(_judge_name(advisers), asked))


def _model_name(advisers: Advisers) -> str:
    """ "" if there is no model, or none that is there any more."""
    try:
        return opinions.ModelFolder.find(advisers.model).name if advisers.model else ""
    except FactCheckError:
        return ""


def _judge_name(advisers: Advisers) -> str:
    return opinions.judge_name(advisers.judge_url, advisers.judge_model) if advisers.judged else ""


def _kept(adviser: str, asked: Sequence[opinions.Question]) -> dict[str, Opinion]:
    """The opinions of an adviser that are known, by finding."""
    if not adviser:
        return {}
    keys = {question.finding_id: opinions.key(adviser, question) for question in asked}
    there = kept().read(list(keys.values()))
    return {finding_id: there[name] for finding_id, name in keys.items() if name in there}
