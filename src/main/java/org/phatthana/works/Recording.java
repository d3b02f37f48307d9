package org.phatthana.works;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.budget.Ledger;
import org.phatthana.budget.PostedTransaction;
import org.phatthana.budget.Posting;
import org.phatthana.budget.PostingOutcome;
import org.phatthana.budget.Refusal;
import org.phatthana.budget.Transaction;
import org.phatthana.files.Filing;
import org.phatthana.files.KeptFiles;
import org.phatthana.plan.Edition;
import org.phatthana.plan.Plans;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Message;
import org.phatthana.values.PublicIds;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells facts of works: each lands with its money, its files and its entry in the public log, or nothing does.
@Component
public class Recording {

    private final JdbcClient jdbc;
    private final Works works;
    private final Ledger ledger;
    private final Plans plans;
    private final Carrying carrying;
    private final KeptFiles files;
    private final WorksPack pack;
    private final PublicLog log;
    private final PublicIds ids;
    private final Texts texts;
    private final Clock clock;

    Recording(
            JdbcClient jdbc,
            Works works,
            Ledger ledger,
            Plans plans,
            Carrying carrying,
            KeptFiles files,
            WorksPack pack,
            PublicLog log,
            PublicIds ids,
            Texts texts,
            Clock clock) {
        this.jdbc = jdbc;
        this.works = works;
        this.ledger = ledger;
        this.plans = plans;
        this.carrying = carrying;
        this.files = files;
        this.pack = pack;
        this.log = log;
        this.ids = ids;
        this.texts = texts;
        this.clock = clock;
    }

    /// Opens works and sets their money aside.
    ///
    /// @param telling its fact is a [Fact.Opened]
    /// @param owned whether whoever opens them looks after them from now on
    @Transactional
    public TellingOutcome open(Telling telling, boolean owned) {
        log.lock();
        var before = jdbc.sql("select work from works.fact where key = :key and kind = 'opened' and account = :account")
                .param("key", telling.key())
                .param("account", telling.account())
                .query(String.class)
                .optional();
        if (before.isPresent()) {
            return new TellingOutcome.Kept(before.get(), true);
        }
        var opened = (Fact.Opened) telling.fact();
        var faults = objections(opened, telling.day());
        if (!faults.isEmpty()) {
            return new TellingOutcome.Refused(faults);
        }
        var sample = ledger.line(opened.line()).orElseThrow().sample();
        var id = ids.next();
        var work = Work.of(id, sample, List.of(told(1, telling, List.of(), List.of())));
        return keep(work, true, telling).orElseGet(() -> {
            if (owned) {
                append(new Written(
                        works.reading(id).orElseThrow(), telling.with(new Fact.Owned()), List.of(), List.of()));
            }
            return new TellingOutcome.Kept(id, false);
        });
    }

    /// Tells a fact of works that are open.
    ///
    /// @throws IllegalArgumentException if there are no such works
    @Transactional
    public TellingOutcome tell(String id, Telling telling) {
        log.lock();
        var before = works.reading(id).orElseThrow(() -> new IllegalArgumentException("There are no works " + id));
        if (isTold(id, telling.key())) {
            return new TellingOutcome.Kept(id, true);
        }
        var work = carried(before, telling);
        var faults = Rules.faults(work, telling.fact(), telling.day(), today());
        return faults.isEmpty()
                ? keep(work, false, telling).orElseGet(() -> new TellingOutcome.Kept(id, false))
                : new TellingOutcome.Refused(faults);
    }

    /// The works as they go on where the books carried their money over the end of a year: that is told first.
    private Work carried(Work work, Telling telling) {
        return carrying.of(work)
                .map(found -> {
                    var fact = new Fact.Carried(found.line().id(), found.line().year());
                    append(new Written(
                            work, telling.with(fact).on(found.day()), List.of(found.transaction()), List.of()));
                    return works.reading(work.id()).orElseThrow();
                })
                .orElse(work);
    }

    private boolean isTold(String id, String key) {
        return jdbc.sql("select exists (select from works.fact where work = :work and key = :key)")
                .param("work", id)
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /// Writes a fact with its money and files.
    ///
    /// @param work as it stood before, or as it is opened
    /// @return empty if it stands
    private Optional<TellingOutcome> keep(Work work, boolean opens, Telling telling) {
        var transactions = isNothingLeft(work, telling.fact())
                ? List.<Transaction>of()
                : Postings.of(work, telling.fact(), telling.day(), telling.approver(), pack.documents());
        List<Long> posted = List.of();
        if (!transactions.isEmpty()) {
            switch (post(work, telling, transactions)) {
                case PostingOutcome.Refused(var refusal) -> {
                    return Optional.of(new TellingOutcome.Refused(fault(refusal)));
                }
                case PostingOutcome.Posted(var entered, var _) ->
                    posted = entered.stream().map(PostedTransaction::number).toList();
            }
        }
        if (opens) {
            jdbc.sql("insert into works.work (id, is_sample) values (:id, :sample)")
                    .param("id", work.id())
                    .param("sample", work.sample())
                    .update();
        }
        var kept = new ArrayList<String>();
        for (var each : telling.attached()) {
            var filing = Filing.forEveryone(each.title());
            kept.add(files.keep(each.file(), work.sample() ? filing.asSample() : filing)
                    .id());
        }
        append(new Written(work, telling, posted, kept));
        return Optional.empty();
    }

    /// Whether a fact would release what the line no longer has: its year ended, and the money lapsed.
    private boolean isNothingLeft(Work work, Fact fact) {
        var ends = fact instanceof Fact.Cancelled || fact instanceof Fact.Settled;
        var balances = ledger.balances(work.line());
        return ends && balances.reserved().plus(balances.committed()).isZero();
    }

    private PostingOutcome post(Work work, Telling telling, List<Transaction> transactions) {
        return ledger.postWithin(new Posting(
                "works/" + work.id() + "/" + telling.key(), telling.account(), telling.capacity(), transactions));
    }

    /// Where the form shows why the ledger refused.
    private static Map<String, Message> fault(Refusal refusal) {
        var field = switch (refusal.field()) {
            case "day" -> "day";
            case "authority" -> "approver";
            default -> "form";
        };
        return Map.of(field, Message.of("works.fault.ledger", refusal.message()));
    }

    /// A fact with what was kept for it.
    private record Written(Work work, Telling telling, List<Long> transactions, List<String> files) {}

    private void append(Written written) {
        var work = written.work();
        var telling = written.telling();
        var fact = telling.fact();
        var kind = FactKind.of(fact);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("""
            insert into works.fact (work, number, kind, day, content, approver, undoes, transactions, files, key, account,
                capacity, at)
            values (:work, (select coalesce(max(number), 0) + 1 from works.fact where work = :work), :kind, :day,
                :content::jsonb, :approver, :undoes, :transactions, :files, :key, :account, :capacity, :at)
            """)
                .param("work", work.id())
                .param("kind", kind.code())
                .param("day", telling.day())
                .param("content", Facts.write(fact))
                .param("approver", telling.approver())
                .param("undoes", fact instanceof Fact.Undone undone ? undone.fact() : null, Types.INTEGER)
                .param("transactions", written.transactions().toArray(Long[]::new))
                .param("files", written.files().toArray(String[]::new))
                .param("key", telling.key())
                .param("account", telling.account())
                .param("capacity", telling.capacity())
                .param("at", Timestamp.from(now))
                .update();
        var content = new HashMap<>(Facts.content(fact));
        content.values().removeIf(java.util.Objects::isNull);
        content.put("day", telling.day().toString());
        if (!telling.approver().isEmpty()) {
            content.put("approver", telling.approver());
        }
        content.put("transactions", written.transactions());
        content.put("files", written.files());
        log.append(new PublicAct(
                "works." + kind.code(),
                work.address(),
                telling.capacity(),
                texts.everywhere(Message.of("works.act", Message.of("works.fact." + kind.code()), work.name())),
                content,
                work.sample()));
    }

    private static Told<?> told(int number, Telling telling, List<Long> transactions, List<String> files) {
        return new Told<>(
                number,
                telling.day(),
                java.time.Instant.EPOCH,
                telling.capacity(),
                Optional.of(telling.account()),
                telling.approver(),
                telling.fact(),
                transactions,
                files);
    }

    private LocalDate today() {
        return Thailand.date(clock.instant());
    }

    /// What stands against opening works, by field.
    private Map<String, Message> objections(Fact.Opened opened, LocalDate day) {
        var faults = new LinkedHashMap<String, Message>();
        var project = plans.project(opened.project());
        if (project.isEmpty() || project.get().decision().act() == Edition.Act.DROP) {
            faults.put("form", Message.of("works.fault.project"));
            return faults;
        }
        var line = ledger.line(opened.line());
        if (line.isEmpty() || !line.get().project().equals(opened.project())) {
            faults.put("line", Message.of("works.fault.line"));
        }
        if (day.isAfter(today())) {
            faults.put("day", Message.of("works.fault.future"));
        }
        if (opened.amount().isZero()) {
            faults.put("amount", Message.of("works.fault.nothing"));
        }
        if (pack.method(opened.method()).isEmpty()) {
            faults.put("method", Message.of("works.fault.required"));
        }
        return faults;
    }
}
