package org.phatthana.duties.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.phatthana.duties.Obligation;
import org.phatthana.duties.Obligation.State;
import org.phatthana.duties.StatutoryClock;
import org.phatthana.exchange.Downloads;
import org.phatthana.exchange.Table;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.web.Page;
import org.phatthana.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What the law wants done in a fiscal year, and what became of it.
@Controller
public class DutiesPage {

    private final StatutoryClock clock;
    private final PublicLog log;
    private final Downloads downloads;
    private final Texts texts;

    DutiesPage(StatutoryClock clock, PublicLog log, Downloads downloads, Texts texts) {
        this.clock = clock;
        this.log = log;
        this.downloads = downloads;
        this.texts = texts;
    }

    /// Obligations under one heading.
    ///
    /// @param code the end of its heading's key
    public record Group(String code, List<Shown> duties) {}

    /// An obligation as the page shows it.
    public record Shown(Obligation obligation, Message title, Localized owner) {

        public State state() {
            return obligation.state();
        }

        /// How many days it was done before it was due, negative for after.
        public int daysToSpare() {
            return (int) ChronoUnit.DAYS.between(
                    obligation.done().orElseThrow().day(), obligation.due().orElseThrow());
        }

        /// Where the log shows an entry.
        public static String proof(Obligation.Evidence evidence) {
            return "/proof?before=" + (evidence.position() + 1) + "#entry-" + evidence.position();
        }
    }

    @GetMapping("/duties")
    View duties(Page page, @RequestParam(defaultValue = "") String year) {
        var chosen = year(year);
        var all = clock.in(chosen).stream().map(this::shown).toList();
        var groups = new ArrayList<Group>();
        add(groups, "overdue", all, state -> state == State.OVERDUE);
        add(groups, "next", all, state -> state == State.SOON || state == State.LATER || state == State.NOT_BEGUN);
        add(groups, "done", all, State::isDone);
        add(groups, "not-known", all, state -> state == State.NOT_KNOWN);
        var model = new HashMap<String, Object>();
        model.put("year", chosen);
        model.put("years", clock.years());
        model.put("groups", groups);
        model.put("hasDuties", clock.hasDuties());
        model.put("today", clock.today());
        model.put("began", clock.began());
        model.put("size", log.version());
        return page.show("duties/duties", model);
    }

    private static void add(List<Group> groups, String code, List<Shown> all, Predicate<State> states) {
        var duties = all.stream().filter(one -> states.test(one.state())).toList();
        if (!duties.isEmpty()) {
            groups.add(new Group(code, duties));
        }
    }

    private Shown shown(Obligation obligation) {
        return new Shown(
                obligation,
                clock.about(obligation.period()),
                clock.owner(obligation.duty().owes()));
    }

    private FiscalYear year(String text) {
        if (text.isEmpty()) {
            return FiscalYear.containing(clock.today());
        }
        return clock.years().stream()
                .filter(year -> year.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/duties.{format:csv|xlsx}")
    View download(Page page, @PathVariable String format, @RequestParam(defaultValue = "") String year) {
        var chosen = year(year);
        var columns = List.of(
                column("duty_id", "รหัสหน้าที่", "Duty"),
                column("duty", "หน้าที่", "Duty’s name"),
                column("period", "ปี (พ.ศ.) หรือเดือน", "Year (BE) or month"),
                column("basis", "กฎหมาย", "Law"),
                column("to_verify", "รอตรวจกับกฎหมาย", "To be checked against the law"),
                column("owed_by", "ผู้รับผิดชอบ", "Owed by"),
                column("counts_from", "นับจาก", "Counts from"),
                column("due", "วันครบกำหนด", "Due"),
                column("state", "รหัสสถานะ", "State’s code"),
                column("state_text", "สถานะ", "State"),
                column("done", "วันที่ทำ", "Done"),
                column("days_to_spare", "ก่อนกำหนด (วัน)", "Days before it was due"),
                column("log_position", "รายการในบันทึกสาธารณะ", "Entry of the public log"),
                column("published_at", "เผยแพร่เมื่อ (UTC)", "Published at (UTC)"),
                column("sample_entry", "ข้อมูลตัวอย่าง", "Sample"));
        return downloads.of(
                format,
                new Table(
                        "duties-" + chosen,
                        Localized.of(
                                "กำหนดเวลาตามกฎหมาย ปีงบประมาณ พ.ศ. " + chosen,
                                "Statutory clock, fiscal year " + chosen.commonEra()),
                        columns,
                        clock.in(chosen).stream().map(this::row).toList(),
                        List.of(texts.everywhere(
                                Message.of("duties.source", log.version(), clock.today(), clock.began()))),
                        false),
                page.language());
    }

    private List<@Nullable Object> row(Obligation obligation) {
        var duty = obligation.duty();
        var done = obligation.done();
        var due = obligation.due();
        return Arrays.asList(
                duty.id(),
                duty.name(),
                obligation.period().key(),
                duty.basis(),
                duty.toVerify(),
                clock.owner(duty.owes()),
                obligation.start().map(Obligation.Evidence::day).orElse(null),
                due.orElse(null),
                obligation.state().code(),
                texts.everywhere(Message.of("duties.state." + obligation.state().code())),
                done.map(Obligation.Evidence::day).orElse(null),
                done.isPresent() && due.isPresent() ? days(done.get().day(), due.get()) : null,
                done.map(Obligation.Evidence::position).orElse(null),
                done.map(found -> found.at().toString()).orElse(null),
                obligation.sample());
    }

    private static Long days(LocalDate done, LocalDate due) {
        return ChronoUnit.DAYS.between(done, due);
    }

    private static Table.Column column(String name, String thai, String english) {
        return new Table.Column(name, Localized.of(thai, english));
    }
}
