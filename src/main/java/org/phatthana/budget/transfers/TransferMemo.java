package org.phatthana.budget.transfers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.Names;
import org.phatthana.budget.ledger.Authorities;
import org.phatthana.documents.Cell;
import org.phatthana.documents.Column;
import org.phatthana.documents.Form;
import org.phatthana.documents.Forms;
import org.phatthana.documents.Item;
import org.phatthana.documents.Mark;
import org.phatthana.documents.Paper;
import org.phatthana.documents.Signer;
import org.phatthana.exchange.Download;
import org.phatthana.packs.Pack;
import org.phatthana.values.Language;
import org.phatthana.values.Money;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;

/// The memo (บันทึกข้อความ) by which a transfer is asked for and signed: for every line what it may spend, what was
/// left before, what is transferred and what is left after.
@Component
class TransferMemo {

    private final Forms forms;
    private final Texts texts;
    private final Pack pack;
    private final Names names;
    private final Authorities authorities;

    TransferMemo(Forms forms, Texts texts, Pack pack, Names names, Authorities authorities) {
        this.forms = forms;
        this.texts = texts;
        this.pack = pack;
        this.names = names;
        this.authorities = authorities;
    }

    /// @param format `pdf` or `xlsx`
    Download file(
            String format,
            Transfer transfer,
            List<TransferPages.Row> rows,
            Optional<TransferRules.Ruling> ruling,
            Language language) {
        var form = form(transfer, ruling, language);
        var items = items(transfer, rows, ruling, language);
        return format.equals("pdf") ? forms.pdf(form, items::forEach) : forms.xlsx(form, items::forEach);
    }

    private Form form(Transfer transfer, Optional<TransferRules.Ruling> ruling, Language language) {
        var whose = pack.organization().name().in(language);
        return Form.of(
                        text(language, "budget.memo.file") + "-" + transfer.year() + "-"
                                + transfer.id().substring(0, 10),
                        language,
                        Paper.A4_LANDSCAPE,
                        List.of(
                                text(language, "budget.memo.title"),
                                text(language, "budget.memo.subject", transfer.year()),
                                whose),
                        List.of(
                                Column.brief(text(language, "budget.memo.column.number"), 0.5),
                                Column.text(text(language, "budget.memo.column.line"), 4),
                                Column.money(text(language, "budget.memo.column.appropriated"), 1.5),
                                Column.money(text(language, "budget.memo.column.before"), 1.5),
                                Column.money(text(language, "budget.memo.column.decrease"), 1.4),
                                Column.money(text(language, "budget.memo.column.increase"), 1.4),
                                Column.money(text(language, "budget.memo.column.after"), 1.5)))
                .footed(
                        whose,
                        transfer.state() == Transfer.State.DECIDED ? "" : text(language, "budget.memo.not-decided"))
                .noted(ruling.map(found -> List.of(
                                found.rule().because().in(language),
                                found.rule().clause().in(language)))
                        .orElse(List.of()))
                .signedBy(
                        new Signer("", text(language, "budget.memo.signs.officer")),
                        new Signer("", text(language, "budget.memo.signs.clerk", whose)),
                        new Signer("", text(language, "budget.memo.signs.decider", decider(ruling, language))))
                .sample(transfer.sample());
    }

    private String decider(Optional<TransferRules.Ruling> ruling, Language language) {
        return ruling.map(found -> found.rule().authority())
                .flatMap(authorities::authority)
                .map(name -> name.in(language))
                .orElse("");
    }

    private List<Item> items(
            Transfer transfer, List<TransferPages.Row> rows, Optional<TransferRules.Ruling> ruling, Language language) {
        var items = new ArrayList<Item>();
        var lines = Stream.of(
                        text(
                                language,
                                "budget.memo.number",
                                transfer.number().isEmpty() ? "........................" : transfer.number(),
                                transfer.dated()
                                        .map(day -> texts.numbers(language).date(day))
                                        .orElse("........................")),
                        text(language, "budget.memo.to", decider(ruling, language)),
                        text(language, "budget.memo.reason", transfer.reason()))
                .toList();
        items.add(Item.section(text(language, "budget.memo.sheet"), lines));
        part(items, rows.stream().filter(row -> row.change().decrease()).toList(), "decrease", language);
        part(items, rows.stream().filter(row -> !row.change().decrease()).toList(), "increase", language);
        items.add(Item.total(List.of(
                Cell.label(text(language, "budget.memo.total"), 2),
                Cell.empty(),
                Cell.empty(),
                Cell.amount(transfer.decreases(), Mark.BOLD),
                Cell.amount(transfer.increases(), Mark.BOLD),
                Cell.empty())));
        return items;
    }

    private void part(List<Item> items, List<TransferPages.Row> rows, String which, Language language) {
        if (rows.isEmpty()) {
            return;
        }
        items.add(Item.band(1, text(language, "budget.memo." + which)));
        for (var number = 1; number <= rows.size(); number++) {
            var row = rows.get(number - 1);
            var decrease = row.change().decrease();
            items.add(Item.row(List.of(
                    Cell.text(Integer.toString(number)),
                    Cell.text(name(row.line(), language)),
                    Cell.amount(row.appropriated()),
                    Cell.amount(row.before()),
                    Cell.amount(decrease ? row.change().amount() : Money.ZERO),
                    Cell.amount(decrease ? Money.ZERO : row.change().amount()),
                    Cell.amount(row.after()))));
        }
    }

    private String name(BookLine line, Language language) {
        var place = Stream.of(names.programme(line.programme()), names.task(line.task()), names.type(line.type()))
                .map(name -> name.in(language))
                .collect(Collectors.joining(" · "));
        var detail = Stream.of(line.category(), line.kind(), line.item())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return detail.isEmpty() ? place : place + "\n" + detail;
    }

    private String text(Language language, String key, Object... arguments) {
        return texts.text(language, key, arguments);
    }
}
