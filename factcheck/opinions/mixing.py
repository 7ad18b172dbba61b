"""How opinions move scores.

The odds of a finding are multiplied by the square root of the odds that an adviser gives, a model's taken against the
median of all that it gave (so that one which cries wolf at everything moves nothing), and by four at most, or a quarter
at least, for each adviser:

    odds(score') = odds(score) · clip(√(odds(chance) / middle), ¼, 4)
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import sqrt
from statistics import median

from factcheck.i18n import Catalogue
from factcheck.model import Finding, Opinion

#: The largest factor by which one adviser moves the odds.
MOST = 4.0
#: A chance is never taken for surer than this.
_SUREST = 0.001

Opinions = Mapping[str, Opinion]


def weighed(findings: Sequence[Finding], model: Opinions, judge: Opinions) -> list[Finding]:
    """The findings, best first, with the scores to which opinions (by finding) move them; without any, as they were."""
    if not model and not judge:
        return list(findings)
    middle = median(_odds(opinion.chance) for opinion in model.values()) if model else 1.0
    moved = [_moved(f, model.get(f.id), judge.get(f.id), middle) for f in findings]
    return sorted(moved, key=lambda f: -f.score)


def _moved(finding: Finding, model: Opinion | None, judge: Opinion | None, middle: float) -> Finding:
    if model is None and judge is None:
        return finding
    factor = _factor(model, middle) * _factor(judge, 1.0)
    odds = finding.score * factor
    score = round(odds / (1 - finding.score + odds), 4)
    told = _sentence(model, judge, finding.score, score)
    return replace(finding, score=score, opinion=told)


def _factor(opinion: Opinion | None, middle: float) -> float:
    if opinion is None:
        return 1.0
    return min(MOST, max(1 / MOST, sqrt(_odds(opinion.chance) / middle)))


def _odds(chance: float) -> float:
    kept = min(1 - _SUREST, max(_SUREST, chance))
    return kept / (1 - kept)


def _sentence(model: Opinion | None, judge: Opinion | None, before: float, after: float) -> str:
    """ "Second opinion: 0.83 (model). The score went from 0.41 to 0.62." """
    say = Catalogue()
    parts = [say("opinion.model", chance=f"{model.chance:.2f}")] if model else []
    if judge:
        key = "opinion.judge_because" if judge.reason else "opinion.judge"
        parts.append(say(key, chance=f"{judge.chance:.2f}", reason=judge.reason))
    same = f"{before:.2f}" == f"{after:.2f}"
    effect = say("opinion.same" if same else "opinion.moved", before=f"{before:.2f}", after=f"{after:.2f}")
    return say("opinion.told", parts="; ".join(parts), effect=effect)
