"""The claims table, as views: filtered, grouped, edited in place."""

from functools import partial

from factcheck.ui.models.claims_filter import ClaimsFilter
from factcheck.ui.models.claims_model import claim_columns
from scripts.shots.plan import EVERY
from scripts.shots.stage import Stage, View


def _claims_filtered(words: str, stage: Stage) -> None:
    stage.claim()
    stage.window.bench.claims.filter_field.setText(words or stage.word())
    stage.shoot(stage.window)
    stage.window.bench.claims.clear_filter()


def _claims_arranged(group: str, facets: tuple[str, ...], stage: Stage) -> None:
    """Grouped, and filtered by all values of some facets."""
    stage.claim()
    claims, known = stage.window.bench.claims, stage.window.bench.claims.bar.facets
    assert known is not None
    only = {facet: frozenset(choice.raw for choice in known.choices(facet, 3, "")) for facet in facets}
    claims.set_filter(ClaimsFilter(only={key: raw for key, raw in only.items() if raw}, group=group))
    stage.shoot(stage.window)
    claims.set_filter(ClaimsFilter())


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


TABLE: tuple[View, ...] = (
    View("claims-filtered", partial(_claims_filtered, "")),
    View("claims-none", partial(_claims_filtered, "zzz")),
    View("claims-chips", partial(_claims_arranged, "", ("status", "claimant", "topic")), EVERY),
    View("claims-grouped", partial(_claims_arranged, "verdict", ()), EVERY),
    View("claims-edited", partial(_claim_edited, "claimant"), EVERY),
    View("claims-values", partial(_values, "status")),
)
