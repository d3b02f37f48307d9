package org.phatthana.budget.books;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.BookLine;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.Ordinances;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.SampleBooks;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.packs.Pack;
import org.phatthana.packs.UnsoundPack;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.SamplePlan;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PublicIds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Loads the pack's sample year of books behind the sample plan, in the same transaction: opened from the real
/// ordinance, with items for sample projects and with moves of money, all marked as sample.
@Component
class SampleYear {

    private static final String FILE = "sample/books.yaml";
    private static final UUID OWNER = new UUID(0, 0);
    private static final String CAPACITY = "pack";
    private static final long THOUSAND = 1_000;
    private static final long HUNDRED_PERCENT = 100;

    /// The file of the pack.
    record File(int year, Named ordinance, Named memo, List<Item> items, List<Step> steps) {}

    record Named(String number, LocalDate date) {}

    /// An item for a project of the sample plan; money is in thousands of baht.
    record Item(String project, String task, String type, String category, long money) {}

    /// Something that was entered.
    ///
    /// @param from the stage that the money comes from; empty for a transfer
    /// @param share of lines that are no items and of these types: so many hundredths of what stands in the stage
    /// @param amounts of items by the keys of their projects, or of other lines by `task/type`, in thousands of
    /// baht; a transfer's sum to nothing
    record Step(
            String kind,
            String from,
            LocalDate day,
            String authority,
            String document,
            String number,
            String reason,
            long share,
            List<String> types,
            Map<String, Long> amounts) {}

    private final Pack pack;
    private final Ledger ledger;
    private final Opening opening;
    private final Ordinances ordinances;
    private final Plans plans;
    private final PublicIds ids;
    private final ApplicationEventPublisher events;

    SampleYear(
            Pack pack,
            Ledger ledger,
            Opening opening,
            Ordinances ordinances,
            Plans plans,
            PublicIds ids,
            ApplicationEventPublisher events) {
        this.pack = pack;
        this.ledger = ledger;
        this.opening = opening;
        this.ordinances = ordinances;
        this.plans = plans;
        this.ids = ids;
        this.events = events;
    }

    @EventListener
    void load(SamplePlan.Loaded plan) {
        pack.find(FILE, File.class).ifPresent(file -> tell(file, plan));
    }

    private void tell(File file, SamplePlan.Loaded plan) {
        var year = new FiscalYear(file.year());
        var stored = ordinances.of(year).orElseThrow(() -> refusal("year", "there is no ordinance of " + year));
        var document = DocumentReference.of(
                "ordinance", file.ordinance().number(), file.ordinance().date(), "/budget/" + year);
        if (opening.open(year, stored, true, document, CAPACITY, OWNER) instanceof BookOutcome.Refused(var why)) {
            throw refusal("year", why.toString());
        }
        var items = writeOut(file, year, plan);
        for (var step : file.steps()) {
            enter(step, entries(step, year, items));
        }
        events.publishEvent(new SampleBooks.Loaded(year, plan.projects(), items));
    }

    /// Opens the lines of the items and gives them their money.
    private Map<String, String> writeOut(File file, FiscalYear year, SamplePlan.Loaded plan) {
        var lines = ledger.lines(year).keySet();
        var items = new LinkedHashMap<String, String>();
        var entries = new LinkedHashMap<String, Map<AccountId, Money>>();
        for (var item : file.items()) {
            var project = plans.project(plan.projects().getOrDefault(item.project(), ""))
                    .orElseThrow(() -> refusal(item.project(), "is no project of the sample plan"));
            var within = lines.stream()
                    .filter(line -> isFor(line, item.task() + "/" + item.type()))
                    .findFirst()
                    .orElseThrow(() -> refusal(item.project(), "there is no line " + item.task() + "/" + item.type()));
            var line = line(within, item, project);
            ledger.open(line);
            items.put(item.project(), line.id());
            var money = Money.ofBaht(item.money() * THOUSAND);
            var ofLine = entries.computeIfAbsent(within.id(), _ -> new LinkedHashMap<>());
            ofLine.merge(new AccountId(within.id(), Stage.APPROPRIATED), money, Money::plus);
            ofLine.merge(new AccountId(within.id(), Stage.UNALLOTTED), money.negated(), Money::plus);
            ofLine.put(new AccountId(line.id(), Stage.APPROPRIATED), money.negated());
            ofLine.put(new AccountId(line.id(), Stage.UNALLOTTED), money);
        }
        var memo = file.memo();
        entries.values()
                .forEach(ofLine -> enter(
                        new Step(
                                TransactionKind.ITEMIZATION.code(),
                                "",
                                memo.date(),
                                "budget-officer",
                                "memo",
                                memo.number(),
                                "",
                                0,
                                List.of(),
                                Map.of()),
                        ofLine.entrySet().stream()
                                .map(entry -> new Entry(entry.getKey(), entry.getValue()))
                                .toList()));
        return items;
    }

    private BookLine line(BookLine within, Item item, PlanProject project) {
        return new BookLine(
                ids.next(),
                within.year(),
                within.area(),
                within.programme(),
                within.task(),
                within.type(),
                item.category(),
                "",
                project.name().thai(),
                within.fundSource(),
                project.id(),
                project.department(),
                true);
    }

    private List<Entry> entries(Step step, FiscalYear year, Map<String, String> items) {
        var kind = TransactionKind.find(step.kind()).orElseThrow(() -> refusal(step.number(), "no such kind"));
        var lines = ledger.lines(year);
        var entries = new ArrayList<Entry>();
        var move = Move.find(step.kind());
        if (step.share() > 0) {
            var from = Stage.find(step.from()).orElseThrow();
            lines.forEach((line, balances) -> {
                var baht = balances.of(from).satang() / 100 * step.share() / HUNDRED_PERCENT;
                if (line.item().isEmpty() && step.types().contains(line.type()) && baht > 0) {
                    entries.addAll(moved(line.id(), from, move.orElseThrow().to(), Money.ofBaht(baht)));
                }
            });
        }
        step.amounts().forEach((key, thousands) -> {
            var line = items.getOrDefault(key, plain(lines.keySet().stream().toList(), key));
            if (line == null) {
                throw refusal(step.number(), "there is no line " + key);
            }
            var money = Money.ofBaht(thousands * THOUSAND);
            entries.addAll(
                    kind == TransactionKind.TRANSFER
                            ? moved(line, Stage.TRANSFERRED, Stage.UNALLOTTED, money)
                            : moved(
                                    line,
                                    Stage.find(step.from()).orElseThrow(),
                                    move.orElseThrow().to(),
                                    money));
        });
        return entries;
    }

    private static @Nullable String plain(List<BookLine> lines, String key) {
        return lines.stream()
                .filter(line -> isFor(line, key))
                .map(BookLine::id)
                .findFirst()
                .orElse(null);
    }

    private static boolean isFor(BookLine line, String key) {
        return line.item().isEmpty() && key.equals(line.task() + "/" + line.type());
    }

    private static List<Entry> moved(String line, Stage from, Stage to, Money amount) {
        return List.of(
                new Entry(new AccountId(line, from), amount.negated()), new Entry(new AccountId(line, to), amount));
    }

    private void enter(Step step, List<Entry> entries) {
        var transaction = new Transaction(
                TransactionKind.find(step.kind()).orElseThrow(),
                step.day(),
                step.authority(),
                DocumentReference.of(step.document(), step.number(), step.day(), ""),
                step.reason(),
                OptionalLong.empty(),
                entries);
        var posting = new Posting("sample-" + ids.next(), OWNER, CAPACITY, List.of(transaction));
        if (ledger.postWithin(posting) instanceof PostingOutcome.Refused(var why)) {
            throw refusal(step.number(), why.toString());
        }
    }

    private UnsoundPack refusal(String place, String what) {
        return new UnsoundPack("%s: %s: %s".formatted(pack.path(FILE), place, what));
    }
}
