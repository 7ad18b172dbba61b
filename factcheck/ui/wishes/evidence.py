"""Evidence on claims: adding, weighing, opening."""

from pathlib import Path, PurePath

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from factcheck import blind, edits, workflow
from factcheck.model import Claim, Evidence, PassageTarget, Stance, StoredFile
from factcheck.text import Span
from factcheck.ui import hosts
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.evidence import EvidenceDialog, EvidenceTyped
from factcheck.ui.dialogs.host import HostDialog
from factcheck.ui.holding import in_turn
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import by_itself, tr
from factcheck.ui.wishes.archives import Archives
from factcheck.ui.wishes.texts import TextWishes

#: Letters of a claim's wording in a heading.
_HEADING = 120


class EvidenceWishes:
    """Works on one window. The current claim is the one that the panel shows."""

    def __init__(self, bench: Bench, presenter: Presenter, texts: TextWishes, archives: Archives) -> None:
        self.bench, self.presenter, self.texts, self.archives = bench, presenter, texts, archives

    @property
    def current(self) -> str | None:
        """Id of the claim that the panel shows."""
        return self.presenter.claim

    def add_passage(self) -> None:
        """The selected words as evidence on the current claim."""
        if selected := self.bench.desk.selection():
            self.add_words(selected[0], selected[1].start, selected[1].end)
        else:
            self.bench.say(tr("Select the words that are evidence first."))

    @in_turn
    def add_words(self, article_id: str, start: int, end: int) -> None:
        """Words of an article as evidence on the current claim; what they do to it is set in the panel."""
        claim_id = self.current
        if not claim_id:
            self.bench.say(tr("Choose the claim first, then select its evidence."))
            return
        with self.bench.told():
            target = PassageTarget(article_id, edits.passage_anchor(self.bench.state, article_id, Span(start, end)))
            if self.bench.do(lambda state: edits.add_evidence(state, claim_id, target)[0]):
                self.bench.say(tr("Added as evidence. Say in the panel whether it supports or refutes the claim."))
                self.bench.desk.unselect()

    def add_link(self) -> None:
        """Asks for a link as evidence on the current claim."""
        self.add_evidence(self.current or "", "link")

    def add_note(self) -> None:
        """Asks for a note as evidence on the current claim."""
        self.add_evidence(self.current or "", "note")

    def add_evidence(self, claim_id: str, kind: str) -> None:
        """Asks for evidence of a kind; a passage is taken from the selection."""
        if not claim_id:
            self.bench.say(tr("Choose the claim first."))
        elif kind == "passage":
            self.add_passage()
        elif self.bench.editable():
            dialog = self._dialog(claim_id, kind)
            if self.bench.ask(dialog):
                self._keep(claim_id, dialog.value())

    def _dialog(self, claim_id: str, kind: str, item: Evidence | None = None) -> EvidenceDialog:
        window, named = self.bench.window, self._named(claim_id)
        return EvidenceDialog(self.bench.catalogue, kind, item, window, named, self.archives.find)

    def _named(self, claim_id: str) -> str:
        """ "Claim 3: the dam held", as short as a heading."""
        claim = self.bench.state.get(Claim, claim_id)
        if claim is None:
            return ""
        words = claim.wording if len(claim.wording) <= _HEADING else claim.wording[: _HEADING - 1].rstrip() + "…"
        return tr("Claim {number}: {wording}", number=claim.number, wording=by_itself(words))

    @in_turn
    def _keep(self, claim_id: str, given: EvidenceTyped) -> None:
        target, rest = given.target, (given.stance, given.grade, given.comment)
        with self.bench.told():
            if isinstance(target, Path):
                workflow.attach_file(self.bench.session, claim_id, target, *rest)
            else:
                self.bench.do(lambda state: edits.add_evidence(state, claim_id, target, *rest)[0])

    def add_file(self) -> None:
        """Asks for a file as evidence on the current claim."""
        self.add_evidence(self.current or "", "file")

    def open_evidence(self, evidence_id: str) -> None:
        """Shows a passage in its article, or saves a copy of a stored file where the person says."""
        item = self.bench.state.get(Evidence, evidence_id)
        match item.target if item else None:
            case PassageTarget(article_id=article_id, anchor=anchor):
                self.texts.reveal(article_id, anchor)
            case StoredFile() as file:
                self.save_copy(file)
            case _:
                self.edit_evidence(evidence_id)

    def save_copy(self, file: StoredFile) -> None:
        """Saves a copy of a stored file where the person says."""
        name, _ = QFileDialog.getSaveFileName(self.bench.window, tr("Save a copy of the file"), _name(file))
        if name:
            with self.bench.told():
                workflow.save_original(self.bench.session, file.sha256, Path(name))
                self.bench.say(tr("Saved as “{name}”.", name=Path(name).name))

    def open_link(self, url: str) -> None:
        """Opens a web page in the browser, and says on which host it is; asks where that may be taken for another."""
        address = hosts.web(url)
        if address is None:
            self.bench.say(tr("Only web addresses (http, https) are opened."))
        elif not hosts.misleads(url) or self.bench.ask(HostDialog(url, self.bench.window)):
            self.bench.say(tr("Opening {host} in the browser.", host=hosts.shown(url)))
            QDesktopServices.openUrl(address)

    def edit_evidence(self, evidence_id: str) -> None:
        """Asks for changes to a piece of evidence."""
        item = self.bench.state.get(Evidence, evidence_id)
        if item is None or not self.bench.editable() or self._unweighed(item):
            return
        dialog = self._dialog(item.claim_id, "", item)
        if self.bench.ask(dialog):
            given = dialog.value()
            fields = {"target": given.target, "stance": given.stance, "grade": given.grade, "comment": given.comment}
            self.bench.do(lambda state: edits.edit_evidence(state, evidence_id, **fields))

    def weigh(self, evidence_id: str, stance: str) -> None:
        """What a piece of evidence does to its claim."""
        item = self.bench.state.get(Evidence, evidence_id)
        if item and not self._unweighed(item):
            self.bench.do(lambda state: edits.edit_evidence(state, evidence_id, stance=Stance(stance)))

    def _unweighed(self, item: Evidence) -> bool:
        """Whether the person must not see what was made of it, and so cannot change that; this is told."""
        hidden = blind.unweighed(self.bench.seen, item.claim_id)
        if hidden:
            self.bench.say(
                tr("You read blind: what evidence does to the claim is hidden until both verdicts are open.")
            )
        return hidden

    @in_turn
    def remove_evidence(self, evidence_id: str) -> None:
        """Takes a piece of evidence away."""
        if self.bench.do(lambda state: edits.withdraw(state, [evidence_id])):
            self.bench.done(tr("Evidence removed."))

    def move_evidence(self, evidence_id: str, by: int) -> None:
        """Moves a piece of evidence up or down."""
        self.bench.do(lambda state: edits.move_evidence(state, evidence_id, by))


def _name(file: StoredFile) -> str:
    """What a copy is offered to be called: never a place, whatever a stranger's project calls it."""
    return PurePath(file.name.replace("\\", "/")).name.lstrip(".") or "file"
