"""Every dialog, as views: how each is asked."""

from functools import partial

from PySide6.QtWidgets import QWidget

from factcheck import intake, records
from factcheck.model import Article, Passage
from scripts.shots.stage import Stage, View


def _acting(name: str, stage: Stage) -> None:
    """The dialog of a menu's entry, about a claim."""
    stage.claim()
    stage.asked(lambda: stage.act(name))


def _split_claim(stage: Stage) -> None:
    """One that is made in two places."""
    state = stage.window.bench.state
    claims = records.claims(state)
    stage.claim(next(n for n, claim in enumerate(claims) if len(records.appearances(state, claim.id)) > 1))
    stage.asked(lambda: stage.act("split_claim"))


def _queue(stage: Stage) -> QWidget:
    window = stage.window
    window.queueing.take(stage.things())
    stage.until(lambda: not window.queueing.reading.busy and len(window.queueing.queue.chosen()) > 2)
    dialog = window.queueing.dialog
    assert dialog is not None
    dialog.table.choose(window.queueing.queue.rows()[0].id)
    return dialog


def _preview(stage: Stage) -> QWidget:
    stage.act("preview")
    previews = stage.window.previews
    stage.until(lambda: previews.dialog and previews.dialog.pages.count())
    stage.wait(1500)
    assert previews.dialog is not None
    return previews.dialog


def _contradiction(stage: Stage) -> None:
    """Made of two passages that do contradict each other."""
    take = stage.window.finding_wishes.take_words
    (one, other), _ = _passages(stage), stage.claim()
    take(one.article_id, one.start, one.end)
    stage.asked(lambda: take(other.article_id, other.start, other.end))


def _passages(stage: Stage) -> list[Passage]:
    """One of each side of the first finding."""
    return [position.passages[0] for position in stage.window.bench.feed.findings[0].positions[:2]]


def _text(stage: Stage) -> None:
    from factcheck.ui.dialogs.text import TextDialog

    def fill(dialog: object) -> None:
        """The second paragraph goes, and the last word or sign of the text."""
        assert isinstance(dialog, TextDialog)
        first, _, *rest = dialog.text.toPlainText().rstrip().split("\n\n")
        dialog.text.setPlainText("\n\n".join([first, *rest])[:-1])
        dialog.compare()  # at once, not when typing has paused

    stage.asked(lambda: stage.act("edit_text"), fill)


def _versions(stage: Stage) -> None:
    """Of an article that was corrected."""
    bench, article = stage.window.bench, next(stage.window.bench.state.each(Article))
    text = bench.state.text(article.version_id)
    intake.correct(bench.session, article.id, text.replace("17", "18", 2), "Corrected by the publisher")
    corrected = bench.state.get(Article, article.id)
    assert corrected is not None
    stage.asked(lambda: stage.window.text_wishes.show_versions(corrected))
    stage.act("undo")


def _claims_table(stage: Stage) -> None:
    table = stage.home / "claims.csv"
    rows = ["Claim,Who,Date,Topic", "The wall was new,Lundek Zinc,2025-03-11,wall", "Nobody slept,The mayor,,night"]
    table.write_text("\n".join(rows))
    stage.asked(lambda: stage.window.bulk.read_table(table))


def _backups(stage: Stage) -> None:
    stage.act("backup")
    stage.rest()
    stage.asked(lambda: stage.act("restore"))


def _verify(holds: bool, stage: Stage) -> None:
    """A report that holds, and one in which a number and a badge were changed."""
    from factcheck.ui.dialogs.verify import VerifyDialog

    say, file = stage.window.bench.catalogue, "orsvale.pdf"
    words = say("verify.page", page=3, what=say("verify.words", right="17 dead", found="41 dead"))
    badge = say("verify.page", page=4, what=say("verify.verdict", right="False", found="#1a7a43"))
    answer = say("verify.identical", file=file) if holds else say("verify.differs", file=file, n=2)
    made = say("verify.made", id="34472e36baa0", made="14 March 2025, 18:30 UTC", entry=212)
    dialog = VerifyDialog(answer, holds, () if holds else (words, badge), (made,), stage.window)
    stage.asked(dialog.open)


def _host(stage: Stage) -> None:
    from factcheck.ui.dialogs.host import HostDialog

    stage.asked(HostDialog("https://аpple.example.org/news", stage.window).open)


def _altered(stage: Stage) -> None:
    from factcheck.ui.dialogs.altered import AlteredDialog

    stage.asked(AlteredDialog("orsvale.factcheck", stage.home / "orsvale rows.factcheck", stage.window).open)


def _organisation(stage: Stage) -> None:
    from factcheck.ui.dialogs.organisation import OrganisationDialog, OrganisationTyped

    known = OrganisationTyped("Kelmark Fact Desk", "#0a5078", "", "Two independent sources for each central claim.")
    stage.asked(OrganisationDialog(known, stage.window).open)


def _crash(stage: Stage) -> None:
    try:
        raise KeyError("no such mark")
    except KeyError as error:
        stage.window.crashed(error)
    stage.asked(lambda: None)


def _split_finding(stage: Stage) -> None:
    stage.finding(2)
    stage.asked(lambda: stage.window.bench.card._split((0, 0)))


def _elsewhere(stage: Stage) -> None:
    from factcheck.model import Statement
    from factcheck.ui.dialogs.elsewhere import EchoShown, ElsewhereDialog

    said = _passages(stage)[0].text
    state, found = stage.window.bench.state, []
    for article, alike in zip(records.articles(state)[1:], (100, 94, 87), strict=False):
        words = said if alike > 90 else f"{said} {state.text(article.version_id)[:40]}"
        statement = Statement(article.id, article.version_id, 0, 0, len(words), words)
        found.append(EchoShown(statement, article.title, alike))
    stage.asked(ElsewhereDialog(said, found, stage.window).open)


#: Entries of menus that ask something of the claim that is chosen.
_ACTIONS = (
    *("history", "settings", "shortcuts", "keys", "about", "project_details", "edit_article"),
    *("paste_article", "add_page", "evidence_link", "evidence_note", "evidence_file", "media_claim"),
    *("merge_claim", "export", "export_data", "opinion_settings"),
)

DIALOGS: tuple[View, ...] = (
    *(View(f"dialog-{name.replace('_', '-')}", partial(_acting, name)) for name in _ACTIONS),
    View("dialog-split-claim", _split_claim),
    View("dialog-contradiction", _contradiction),
    View("dialog-edit-text", _text),
    View("dialog-versions", _versions),
    View("dialog-claims-table", _claims_table),
    View("dialog-backups", _backups),
    View("dialog-verify", partial(_verify, True)),
    View("dialog-verify-differs", partial(_verify, False)),
    View("dialog-host", _host),
    View("dialog-altered", _altered),
    View("dialog-organisation", _organisation),
    View("dialog-crash", _crash),
    View("dialog-split-finding", _split_finding),
    View("dialog-elsewhere", _elsewhere),
    View("import-queue", _queue),
    View("preview", _preview),
)
