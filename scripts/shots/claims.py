"""The claims table, as views: filtered, grouped, edited in place."""

from functools import partial

from factcheck import records
from factcheck.model import SETTLED
from factcheck.ui.models.claims_filter import ClaimsFilter
from factcheck.ui.models.claims_model import claim_columns
from scripts.shots.plan import EVERY
from scripts.shots.stage import Stage, View


def _claims_filtered(words: str, facets: tuple[str, ...], stage: Stage) -> None:
    """By words, and by some values of each facet that leave a claim."""
    stage.claim()
    claims, known = stage.window.bench.claims, stage.window.bench.claims.bar.facets
    assert known is not None
    for facet in facets:
        values = [choice.raw for choice in known.choices(facet, 3, "") if choice.count]
        claims.set_filter(claims.filter().with_facet(facet, values))
    claims.filter_field.setText(words)
    stage.shoot(stage.window)
    claims.set_filter(ClaimsFilter())


def _found(stage: Stage) -> None:
    _claims_filtered(stage.word(), (), stage)


def _claims_grouped(group: str, stage: Stage) -> None:
    stage.claim()
    stage.window.bench.claims.set_filter(ClaimsFilter(group=group))
    stage.shoot(stage.window)
    stage.window.bench.claims.set_filter(ClaimsFilter())


def _overdue(stage: Stage) -> None:
    """One that is still open after its deadline."""
    state = stage.window.bench.state
    late = next(n for n, claim in enumerate(records.claims(state)) if claim.status not in SETTLED)
    stage.window.claim_wishes.write_cell(stage.claim(late).id, "deadline", "2025-03-20")
    stage.window.bench.panel.sections["details"][0].heading.setFocus()
    stage.wait()
    stage.to_top(stage.window.bench.panel)
    stage.shoot(stage.window)
    stage.act("undo")


def _claim_edited(key: str, stage: Stage) -> None:
    """A cell of the table under its editor."""
    stage.claim()
    table = stage.window.bench.claims.table
    columns = claim_columns(stage.window.bench.catalogue)
    place = next(n for n, column in enumerate(columns) if column.key == key)
    table.setCurrentIndex(table.currentIndex().siblingAtColumn(place))
    table.edit_current()
    stage.shoot(stage.window)
    table.finish_editing()


def _values(facet: str, stage: Stage) -> None:
    """What can be ticked, below its button."""
    stage.claim()
    bar = stage.window.bench.claims.bar
    bar.open_values(facet)
    popup = bar.popup()
    assert popup is not None
    stage.shoot(popup)
    popup.close()


_FACETS = ("status", "claimant", "topic")

TABLE: tuple[View, ...] = (
    View("claims-filtered", _found),
    View("claims-none", partial(_claims_filtered, "zzz", _FACETS), EVERY),
    View("claims-chips", partial(_claims_filtered, "", _FACETS), EVERY),
    View("claims-grouped", partial(_claims_grouped, "verdict"), EVERY),
    View("claims-overdue", _overdue),
    View("claims-edited", partial(_claim_edited, "claimant"), EVERY),
    View("claims-values", partial(_values, "status")),
)
