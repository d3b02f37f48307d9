package org.phatthana.duties.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.phatthana.duties.Obligation;
import org.phatthana.duties.Obligation.Evidence;
import org.phatthana.duties.StatutoryClock;
import org.phatthana.packs.Pack;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Language;
import org.phatthana.values.Message;
import org.phatthana.values.Thailand;
import org.phatthana.web.Page;
import org.phatthana.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/// The days on which something is due, for calendar programs (RFC 5545). Sample data is not in it: a calendar has
/// no place for its mark.
@Controller
class CalendarFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StatutoryClock clock;
    private final Pack pack;
    private final Texts texts;

    CalendarFile(StatutoryClock clock, Pack pack, Texts texts) {
        this.clock = clock;
        this.pack = pack;
        this.texts = texts;
    }

    @GetMapping(path = "/calendar/{code}.ics", produces = "text/calendar;charset=UTF-8")
    @ResponseBody
    byte[] calendar(Page page, @PathVariable String code) {
        var language = texts.languages().stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var dated = clock.dated();
        if (dated.isEmpty()) {
            // A calendar without a single entry is not a calendar by the standard.
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var organization = pack.organization();
        var lines = new CalendarLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .text("PRODID", "-//Phatthana//Statutory clock//" + code.toUpperCase(Locale.ROOT))
                .add("CALSCALE", "GREGORIAN")
                .text("X-WR-CALNAME", texts.text(language, "duties.calendar.name", organization.shortName()))
                .add("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        for (var obligation : dated) {
            event(lines, obligation, obligation.due().orElseThrow(), page, language);
        }
        return lines.add("END", "VCALENDAR").bytes();
    }

    private void event(CalendarLines lines, Obligation obligation, LocalDate due, Page page, Language language) {
        var duty = obligation.duty();
        var title = Message.of("duties.of", duty.name(), clock.about(obligation.period()));
        var description = texts.text(language, "duties.owes") + ": "
                + clock.owner(duty.owes()).in(language) + "\n"
                + duty.basis().in(language)
                + (duty.toVerify() ? " (" + texts.text(language, "duties.to-verify") + ")" : "");
        lines.add("BEGIN", "VEVENT")
                .text(
                        "UID",
                        duty.id() + "-" + obligation.period().key() + "@"
                                + pack.organization().id())
                .add("DTSTAMP", INSTANT.format(stamp(obligation)))
                .add("DTSTART;VALUE=DATE", DAY.format(due))
                .add("DTEND;VALUE=DATE", DAY.format(due.plusDays(1)))
                .text(
                        "SUMMARY",
                        obligation.state().isDone()
                                ? texts.text(
                                        language,
                                        "duties.calendar.done",
                                        title,
                                        Message.of("duties.state."
                                                + obligation.state().code()))
                                : texts.text(language, title))
                .text("DESCRIPTION", description)
                .add("URL", page.absolute(page.href("/duties?year=" + FiscalYear.containing(due), language)))
                .add("TRANSP", "TRANSPARENT")
                .add("END", "VEVENT");
    }

    /// When the log last said something of it, so that the same log gives the same file.
    private Instant stamp(Obligation obligation) {
        return obligation
                .done()
                .or(obligation::start)
                .map(Evidence::at)
                .orElseGet(() -> clock.began().atStartOfDay(Thailand.ZONE).toInstant());
    }
}
