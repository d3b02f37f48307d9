package org.phatthana.works.disclosing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.phatthana.budget.Ledger;
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
import org.phatthana.proof.PublicLog;
import org.phatthana.strategy.Classification;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.web.Texts;
import org.phatthana.works.Work;
import org.phatthana.works.WorksPack;
import org.springframework.stereotype.Component;

/// The disclosures on paper, in Thai as the law has them.
@Component
class Papers {

    private final Forms forms;
    private final Texts texts;
    private final Pack pack;
    private final WorksPack works;
    private final Ledger ledger;
    private final Strategy strategy;
    private final PublicLog log;

    Papers(Forms forms, Texts texts, Pack pack, WorksPack works, Ledger ledger, Strategy strategy, PublicLog log) {
        this.forms = forms;
        this.texts = texts;
        this.pack = pack;
        this.works = works;
        this.ledger = ledger;
        this.strategy = strategy;
        this.log = log;
    }

    /// The month's summary, form สขร.1.
    ///
    /// @param format `pdf` or `xlsx`
    Download month(Month month, String format) {
        var form = form(
                        say("skr1.file") + "-" + month.month(),
                        List.of(say("skr1.title", month.month()), organization()),
                        List.of(
                                Column.brief(say("no"), 0.4),
                                Column.text(say("skr1.item"), 2.4),
                                Column.money(say("skr1.amount"), 1),
                                Column.money(say("skr1.median"), 1),
                                Column.text(say("skr1.method"), 1),
                                Column.text(say("skr1.bids"), 2),
                                Column.text(say("skr1.supplier"), 1.8),
                                Column.text(say("skr1.reason"), 1.4),
                                Column.text(say("skr1.contract"), 1.3)),
                        month.sample(),
                        Paper.A4_LANDSCAPE)
                .marked(say("skr1.mark"))
                .signedBy(new Signer("", say("signs.officer")), new Signer("", say("signs.head", organization())));
        return write(form, format, out -> {
            var number = 0;
            for (var work : month.works()) {
                out.accept(row(++number, work));
            }
            if (month.works().isEmpty()) {
                out.accept(Item.row(List.of(
                        Cell.empty(),
                        Cell.text(say("skr1.none")),
                        Cell.empty(),
                        Cell.empty(),
                        Cell.empty(),
                        Cell.empty(),
                        Cell.empty(),
                        Cell.empty(),
                        Cell.empty())));
            }
            out.accept(Item.total(List.of(
                    Cell.label(say("sum"), 2),
                    Cell.amount(sum(month.works()), Mark.BOLD),
                    Cell.empty(),
                    Cell.empty(),
                    Cell.empty(),
                    Cell.bold(say("skr1.agreed", month.agreed())),
                    Cell.empty(),
                    Cell.empty())));
        });
    }

    private static Money sum(List<Work> works) {
        return Money.sum(works.stream().map(Work::amount).toList());
    }

    private Item row(int number, Work work) {
        var contract = work.contract().orElseThrow();
        var award = work.award().orElseThrow().fact();
        return Item.row(List.of(
                Cell.text(Integer.toString(number)),
                Cell.text(work.name().thai()),
                Cell.amount(work.amount()),
                Cell.amount(work.median().orElse(Money.ZERO)),
                Cell.text(method(work).thai()),
                Cell.text(work.bids().stream()
                        .map(bid -> say("skr1.bid", bid.bidder(), bid.price()))
                        .collect(Collectors.joining("\n"))),
                Cell.text(say("skr1.bid", award.supplier(), contract.fact().price())),
                Cell.text(award.reason()),
                Cell.text(say("skr1.signed", contract.fact().number(), contract.day()))));
    }

    /// The register of sixteen fields of a fiscal year.
    Download register(FiscalYear year, List<Work> of, String format) {
        var form = form(
                say("register.file") + "-" + year,
                List.of(say("register.title", year), organization()),
                Register.FIELDS.stream()
                        .map(field -> switch (field) {
                            case "amount", "median", "agreed" -> Column.money(say("register." + field), 1);
                            case "no" -> Column.brief(say("register." + field), 0.4);
                            case "year" -> Column.brief(say("register." + field), 0.9);
                            case "item" -> Column.text(say("register." + field), 2.4);
                            default -> Column.text(say("register." + field), 1);
                        })
                        .toList(),
                !of.isEmpty() && of.getFirst().sample(),
                Paper.A3_LANDSCAPE);
        return write(form, format, out -> {
            for (var row : rows(of)) {
                out.accept(Item.row(cells(row)));
            }
        });
    }

    private static List<Cell> cells(Register row) {
        return List.of(
                Cell.text(Integer.toString(row.number())),
                Cell.text(row.year().toString()),
                Cell.text(row.agency().thai()),
                Cell.text(row.amphoe().thai()),
                Cell.text(row.province().thai()),
                Cell.text(row.ministry().thai()),
                Cell.text(row.agencyKind().thai()),
                Cell.text(row.item().thai()),
                Cell.amount(row.amount()),
                Cell.text(row.source().thai()),
                Cell.text(row.state().thai()),
                Cell.text(row.method().thai()),
                Cell.amount(row.median().orElse(Money.ZERO)),
                Cell.amount(row.agreed().orElse(Money.ZERO)),
                Cell.text(row.supplier()),
                Cell.text(row.egp()));
    }

    /// The rows of the register.
    List<Register> rows(List<Work> of) {
        var rows = new ArrayList<Register>();
        var disclosure = works.disclosure();
        for (var work : of) {
            rows.add(new Register(
                    work,
                    rows.size() + 1,
                    work.year(),
                    pack.organization().name(),
                    disclosure.amphoe(),
                    pack.organization().provinceName(),
                    disclosure.ministry(),
                    disclosure.kind(),
                    work.name(),
                    work.amount(),
                    source(work),
                    texts.everywhere(Message.of("works.state." + work.state().code())),
                    method(work),
                    work.median(),
                    work.price().or(() -> work.award().map(award -> award.fact().price())),
                    work.supplier().orElse(""),
                    work.opened().egp()));
        }
        return rows;
    }

    private Localized method(Work work) {
        var method = work.opened().method();
        return works.method(method).orElseGet(() -> Localized.thai(method));
    }

    /// Where the money comes from, as the pack's classification calls it.
    private Localized source(Work work) {
        var id = ledger.line(work.line()).map(line -> line.fundSource()).orElse("");
        return strategy.classification().fundSources().stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .map(Classification.FundSource::name)
                .orElseGet(() -> Localized.thai(id));
    }

    private Form form(String name, List<String> titles, List<Column> columns, boolean sample, Paper paper) {
        var notes = new ArrayList<String>();
        notes.add(say("unit"));
        if (works.isToVerify()) {
            notes.add(say("to-verify"));
        }
        return Form.of(name, Language.THAI, paper, titles, columns)
                .footed(organization(), log.size() == 0 ? "" : say("log-state", log.size() - 1))
                .noted(notes)
                .sample(sample);
    }

    private Download write(Form form, String format, Consumer<Consumer<Item>> body) {
        return format.equals("pdf") ? forms.pdf(form, body::accept) : forms.xlsx(form, body::accept);
    }

    private String organization() {
        return pack.organization().name().thai();
    }

    private String say(String key, Object... arguments) {
        return texts.text(Language.THAI, "works.paper." + key, arguments);
    }
}
