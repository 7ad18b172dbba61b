"""Wires each wish of a view, and each action, to whoever carries it out: a line per wish."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from factcheck.ui.wishes import sealing

if TYPE_CHECKING:
    from factcheck.ui.main_window import MainWindow


def wire(window: "MainWindow") -> None:
    """All wishes of a window."""
    for part in (_actions, _reading, _articles, _claims, _findings):
        part(window)


def _actions(window: "MainWindow") -> None:
    """What each action of the menus does, and the digits over the articles."""
    projects, articles, imports, claims, findings = (
        window.projects,
        window.article_wishes,
        window.imports,
        window.claim_wishes,
        window.finding_wishes,
    )
    desk, layout, evidence = window.bench.desk, window.layout_of, window.evidence_wishes
    window.actions_by_key.wire(
        new=projects.new,
        new_from=projects.new_from,
        open=projects.choose,
        open_sample=lambda: projects.open_sample(fresh=True),
        close_project=window.leave_project,
        import_files=imports.choose_files,
        import_folder=imports.choose_folder,
        paste_article=imports.paste,
        import_claims=window.bulk.choose_table,
        import_checks=window.bulk.choose_checks,
        add_page=imports.ask_address,
        import_queue=window.queueing.show,
        export=projects.export,
        export_data=window.handing.ask,
        preview=window.previews.open,
        print=window.printing.report,
        verify=window.verifier.ask,
        backup=window.backups.make,
        restore=window.backups.choose,
        project_details=window.choosing.project,
        settings=window.choosing.settings,
        quit=window.close,
        undo=window.history.undo,
        redo=window.history.redo,
        history=window.history.choose,
        paste=imports.paste_anything,
        withdraw_article=articles.withdraw_current,
        edit_article=articles.edit_current,
        edit_text=window.text_wishes.edit_current,
        versions=window.text_wishes.versions_current,
        archive=window.archives.ask_current,
        reread=window.text_wishes.reread_current,
        claim=claims.mark,
        appearance=claims.add_appearance,
        media_claim=window.media.ask,
        evidence_passage=evidence.add_passage,
        evidence_link=evidence.add_link,
        evidence_note=evidence.add_note,
        evidence_file=evidence.add_file,
        clear_verdict=claims.clear_verdict,
        next_claim=lambda: claims.step(1),
        previous_claim=lambda: claims.step(-1),
        to_wording=lambda: claims.go_to_part("wording"),
        to_claimant=lambda: claims.go_to_part("claimant"),
        to_summary=lambda: claims.go_to_part("summary"),
        to_evidence=lambda: claims.go_to_part("pieces"),
        to_reply=lambda: claims.go_to_part("asked"),
        second_reader=window.second.toggle,
        reveal=window.second.reveal_current,
        merge_claim=window.joining.merge_current,
        split_claim=window.joining.split_current,
        duplicate_claim=window.joining.duplicate_current,
        withdraw_claim=claims.withdraw_current,
        withhold_article=window.withholding.toggle_article,
        withhold_claim=window.withholding.toggle_claim,
        seal=lambda: sealing.seal(window.bench),
        match=window.bench.feed.match,
        second_opinion=window.opinions.toggle,
        opinion_settings=window.opinions.configure,
        contradiction=findings.take_side,
        confirm=lambda: findings.rule_current("confirmed"),
        dismiss=lambda: findings.rule_current("dismissed"),
        scope=lambda: findings.rule_current("scope"),
        clear_ruling=lambda: findings.rule_current(""),
        ruling_note=layout.to_note,
        word_by_word=findings.word_by_word,
        article_findings=findings.list_current_article,
        remove_contradiction=findings.remove_current,
        elsewhere=window.elsewhere.ask,
        next_finding=lambda: findings.step(1),
        previous_finding=lambda: findings.step(-1),
        split=layout.split,
        second_window=window.open_second,
        close_pane=lambda: desk.close_pane(desk.current_pane()),
        swap=desk.swap,
        zoom_in=lambda: desk.zoom(1),
        zoom_out=lambda: desk.zoom(-1),
        to_articles=layout.to_articles,
        to_desk=layout.to_desk,
        to_claims=layout.to_claims,
        to_findings=layout.to_findings,
        to_facts=layout.to_facts,
        to_panel=layout.to_panel,
        message=window.bench.toast.act,
        close_message=window.bench.toast.close_latest,
        system=lambda: layout.choose_theme("system"),
        light=lambda: layout.choose_theme("light"),
        dark=lambda: layout.choose_theme("dark"),
        contrast=lambda: layout.choose_theme("contrast"),
        palette=window.finder.open,
        search=window.seeker.open,
        about=window.help.about,
        keys=window.keys.sheet,
        shortcuts=window.keys.change,
    )
    for digit in range(10):
        key = QShortcut(QKeySequence(str(digit)), desk, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(lambda digit=digit: claims.rate_current(digit))


def _reading(window: "MainWindow") -> None:
    """What one does while reading."""
    reading = window.reading
    window.actions_by_key.wire(
        find=reading.find.open,
        find_next=lambda: reading.find.step(1),
        find_previous=lambda: reading.find.step(-1),
        next_mark=reading.next_mark,
        previous_mark=reading.previous_mark,
        resize=reading.resize,
        select_sentence=reading.select_sentence,
        extend_sentence=reading.extend_sentence,
        next_worth=reading.next_worth,
        previous_worth=reading.previous_worth,
        sync_off=lambda: reading.choose_sync(""),
        sync_event=lambda: reading.choose_sync("event"),
        sync_finding=lambda: reading.choose_sync("finding"),
        worth_number=lambda: reading.toggle_worth("number"),
        worth_date=lambda: reading.toggle_worth("date"),
        worth_comparison=lambda: reading.toggle_worth("comparison"),
        worth_person=lambda: reading.toggle_worth("person"),
        worth_quotation=lambda: reading.toggle_worth("quotation"),
        worth_opinion=lambda: reading.toggle_worth("opinion"),
        worth_prediction=lambda: reading.toggle_worth("prediction"),
    )


def _articles(window: "MainWindow") -> None:
    """The list of articles and the reading desk."""
    desk, rows, wishes = window.bench.desk, window.bench.articles, window.article_wishes
    desk.article_wished.connect(lambda pane, article_id: wishes.show(article_id, pane))
    desk.import_wished.connect(window.imports.choose_files)
    desk.arranged.connect(window.arranged)
    desk.current_changed.connect(lambda _pane: window.presenter.current_article())
    desk.mark_clicked.connect(window.mark_clicked)
    desk.passage_resized.connect(window.reading.resized)
    rows.open_wished.connect(wishes.read)
    rows.edit_wished.connect(wishes.edit)
    rows.withdraw_wished.connect(wishes.withdraw)
    rows.withhold_wished.connect(window.withholding.toggle_one)
    rows.import_wished.connect(window.imports.choose_files)
    window.queueing.dropped.connect(window.imports.take)
    window.drops.begun.connect(window.start.dropped)
    window.queueing.evidence_wished.connect(window.media.attach)
    window.queueing.claim_wished.connect(window.media.claim)


def _claims(window: "MainWindow") -> None:
    """The claims table and the claim panel."""
    desk, table, panel, wishes = window.bench.desk, window.bench.claims, window.bench.panel, window.claim_wishes
    evidence = window.evidence_wishes
    desk.claim_wished.connect(wishes.mark_words)
    desk.evidence_wished.connect(evidence.add_words)
    table.claim_chosen.connect(wishes.choose)
    table.claim_opened.connect(lambda _id: window.layout_of.to_panel())
    table.verdict_wished.connect(wishes.rate_by_digit)
    table.status_wished.connect(wishes.set_status)
    table.field_wished.connect(wishes.ask_field)
    table.withdraw_wished.connect(wishes.withdraw)
    table.withhold_wished.connect(window.withholding.toggle)
    panel.field_edited.connect(wishes.write)
    panel.verdict_field_edited.connect(wishes.write_verdict)
    panel.verdict_wished.connect(wishes.rate)
    panel.status_wished.connect(lambda claim_id, status: wishes.set_status([claim_id], status))
    panel.priority_wished.connect(wishes.set_priority)
    panel.withdraw_wished.connect(lambda claim_id: wishes.withdraw([claim_id]))
    panel.withhold_wished.connect(window.withholding.toggle_one)
    panel.second.reveal_wished.connect(window.second.reveal)
    panel.second.outcome_wished.connect(window.second.settle)
    panel.merge_wished.connect(window.joining.merge)
    panel.split_wished.connect(window.joining.split)
    panel.duplicate_wished.connect(window.joining.duplicate)
    panel.appearances.move_wished.connect(wishes.move_appearance)
    panel.history.restore_wished.connect(wishes.restore)
    table.merge_wished.connect(window.joining.merge_selected)
    table.gave_way.connect(wishes.filter_gave_way)
    table.filtered.connect(window.presenter.claims.say_mended)
    table.cell_edited.connect(wishes.write_cell)
    table.refused.connect(window.bench.say)
    panel.evidence_add_wished.connect(evidence.add_evidence)
    panel.evidence_edit_wished.connect(evidence.edit_evidence)
    panel.evidence_remove_wished.connect(evidence.remove_evidence)
    panel.evidence_move_wished.connect(evidence.move_evidence)
    panel.evidence_stance_wished.connect(evidence.weigh)
    panel.evidence_open_wished.connect(evidence.open_evidence)
    panel.appearance_wished.connect(wishes.go_to)
    panel.appearance_remove_wished.connect(wishes.remove_appearance)
    panel.appearance_add_wished.connect(lambda _claim_id: wishes.add_appearance())
    panel.review_wished.connect(window.text_wishes.settle)
    panel.finding_wished.connect(window.finding_wishes.choose)
    panel.link_wished.connect(evidence.open_link)
    panel.left.connect(window.layout_of.back)


def _findings(window: "MainWindow") -> None:
    """The findings list, the finding card and the facts table."""
    desk, rows, card, wishes = window.bench.desk, window.bench.findings, window.bench.card, window.finding_wishes
    desk.contradiction_side_wished.connect(wishes.take_words)
    desk.finding_wished.connect(wishes.choose)
    desk.findings_wished.connect(wishes.list_article)
    rows.finding_chosen.connect(wishes.choose)
    rows.finding_opened.connect(lambda _id: window.layout_of.to_panel())
    rows.ruling_wished.connect(wishes.rule)
    rows.note_wished.connect(lambda _id: window.layout_of.to_note())
    rows.claims_wished.connect(wishes.make_claims)
    window.bench.facts.table_wished.connect(window.bench.survey.wish_table)
    window.bench.facts.passage_wished.connect(wishes.show_passage)
    card.passage_wished.connect(window.article_wishes.reveal)
    card.ruling_wished.connect(wishes.rule)
    card.claims_wished.connect(wishes.make_claims)
    card.left.connect(window.layout_of.to_findings)
    card.reshape_wished.connect(wishes.reshape)
    card.split_wished.connect(wishes.split)
    card.join_wished.connect(wishes.join)
