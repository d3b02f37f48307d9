package org.phatthana.works.disclosing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.phatthana.web.Texts;
import org.phatthana.works.Told;
import org.phatthana.works.Work;
import org.phatthana.works.WorkState;
import org.phatthana.works.Works;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The procurement of each month as the law has it published. It is always current; that a month was announced is
/// a public act, which the statutory clock looks for.
///
/// Where there are real works, sample works are left out.
@Component
class Disclosures {

    private final Works works;
    private final JdbcClient jdbc;
    private final PublicLog log;
    private final Texts texts;
    private final Clock clock;

    Disclosures(Works works, JdbcClient jdbc, PublicLog log, Texts texts, Clock clock) {
        this.works = works;
        this.jdbc = jdbc;
        this.log = log;
        this.texts = texts;
        this.clock = clock;
    }

    /// The works that are disclosed: the real ones, or the sample ones so long as there are no others.
    List<Work> disclosed() {
        var all = works.all();
        var sample = !all.isEmpty() && all.getFirst().sample();
        return all.stream().filter(work -> work.sample() == sample).toList();
    }

    /// The months in which something was contracted or announced, the newest first, and the one that ended last.
    List<Month> months() {
        var disclosed = disclosed();
        var announced = announced();
        var months = new TreeSet<YearMonth>(Comparator.reverseOrder());
        disclosed.stream()
                .flatMap(work -> work.contract().stream())
                .map(Told::day)
                .map(YearMonth::from)
                .forEach(months::add);
        months.addAll(announced.keySet());
        months.add(current().minusMonths(1));
        return months.stream().map(month -> month(month, disclosed, announced)).toList();
    }

    Month month(YearMonth month) {
        return month(month, disclosed(), announced());
    }

    private static Month month(YearMonth month, List<Work> disclosed, Map<YearMonth, Announced> announced) {
        var contracted = disclosed.stream()
                .filter(work -> work.contract()
                        .filter(contract -> YearMonth.from(contract.day()).equals(month))
                        .isPresent())
                .sorted(Comparator.comparing(
                                (Work work) -> work.contract().orElseThrow().day())
                        .thenComparing(Work::id))
                .toList();
        return new Month(
                month,
                contracted,
                Optional.ofNullable(announced.get(month)),
                !contracted.isEmpty() && contracted.getFirst().sample());
    }

    /// Whether a month is over, so that it can be announced.
    boolean isOver(YearMonth month) {
        return month.isBefore(current());
    }

    private YearMonth current() {
        return YearMonth.from(Thailand.date(clock.instant()));
    }

    private Map<YearMonth, Announced> announced() {
        return jdbc
                .sql("select distinct on (month) * from works.disclosure order by month, id desc")
                .query((row, _) -> Map.entry(
                        YearMonth.parse(row.getString("month")),
                        new Announced(
                                row.getTimestamp("at").toInstant(),
                                Arrays.stream((Object[])
                                                row.getArray("contracts").getArray())
                                        .map(String.class::cast)
                                        .toList(),
                                row.getLong("log_entry"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Announces a month that is over; nothing if what is announced is what there is.
    ///
    /// @param capacity the role in which it is done
    /// @return whether it was announced now
    @Transactional
    public boolean announce(YearMonth which, UUID account, String capacity) {
        log.lock();
        var month = month(which);
        if (!isOver(which) || (month.announced().isPresent() && !month.isChanged())) {
            return false;
        }
        var contracts = Month.contracts(month.works());
        var content = new HashMap<String, Object>();
        content.put("month", which.toString());
        content.put("works", month.works().stream().map(Work::id).toList());
        content.put("contracts", contracts);
        content.put("agreed", month.agreed().toPlainString());
        var entry = log.append(new PublicAct(
                "works.disclosed",
                month.address(),
                capacity,
                texts.everywhere(
                        Message.of("works.disclosure.act", which, month.works().size(), month.agreed())),
                content,
                month.sample()));
        jdbc.sql("""
            insert into works.disclosure (month, contracts, log_entry, is_sample, account, capacity, at)
            values (:month, :contracts, :entry, :sample, :account, :capacity, :at)
            """)
                .param("month", which.toString())
                .param("contracts", contracts.toArray(String[]::new))
                .param("entry", entry.position())
                .param("sample", month.sample())
                .param("account", account)
                .param("capacity", capacity)
                .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
        return true;
    }

    /// The works of a fiscal year for the register, in the order in which they were opened.
    List<Work> register(FiscalYear year) {
        return disclosed().reversed().stream()
                .filter(work -> work.year().equals(year))
                .filter(work -> work.state() != WorkState.CANCELLED)
                .toList();
    }
}
