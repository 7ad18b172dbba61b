"""A second opinion: choosing who is asked, asking, and letting it count or not."""

from dataclasses import replace

from factcheck import keys
from factcheck.advising import Advice, Advisers
from factcheck.ui.actions import Actions
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.opinion import OpinionDialog, OpinionTyped
from factcheck.ui.text import tr


class OpinionWishes:
    """Works on one window."""

    def __init__(self, bench: Bench, actions: Actions) -> None:
        self.bench, self._actions = bench, actions
        self._show(ask=False)

    def toggle(self) -> None:
        """Lets a second opinion count, and asks for it; or goes back to the plain order."""
        if self.bench.settings.second_opinion:
            self._use(False)
        elif Advisers.chosen(self.bench.settings):
            self._use(True)
        else:
            self.configure()

    def configure(self) -> None:
        """Asks who is to be asked, and asks them."""
        dialog = OpinionDialog(Advisers.chosen(self.bench.settings), keys.can_keep(), self.bench.window)
        if not self.bench.ask(dialog):
            self._show(ask=False)  # the menu's mark is as it was
            return
        given = dialog.value()
        self._take(given)
        self._use(bool(given.advisers))

    def _take(self, given: OpinionTyped) -> None:
        advisers = given.advisers
        self.bench.choose(
            replace(
                self.bench.settings,
                opinion_model=advisers.model,
                judge_url=advisers.judge_url,
                judge_model=advisers.judge_model,
                judge_questions=advisers.judge_questions,
            )
        )
        if given.key is not None and advisers.judged and not keys.keep(advisers.judge_url, given.key):
            self.bench.opinion.hold_key(advisers.judge_url, given.key)

    def _use(self, on: bool) -> None:
        self.bench.choose(replace(self.bench.settings, second_opinion=on))
        self._show(ask=on)

    def _show(self, ask: bool) -> None:
        on = self.bench.settings.second_opinion
        self._actions["second_opinion"].setChecked(on)
        self.bench.opinion.consult(Advisers.chosen(self.bench.settings) if on else Advisers())
        if ask:
            self.ask()

    def ask(self) -> None:
        """Asks about what is not known yet."""
        if proposals := self.bench.feed.proposals:
            self.bench.opinion.ask(proposals.found)

    def answered(self, advice: Advice) -> None:
        """Tells what asking cost."""
        if not advice.asked:
            return
        told = tr("%n question(s) asked for a second opinion.", advice.asked)
        if advice.without:
            told += " " + tr("%n had no answer that can be used.", advice.without)
        if advice.tokens:
            told += " " + tr("{tokens} tokens were used.", tokens=f"{advice.tokens:,}")
        self.bench.say(told)
