package org.phatthana.duties.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class CalendarLinesTest {

    private static final String THAI =
            "รายงานผลการติดตามและประเมินผลแผนพัฒนาท้องถิ่น; ครั้งที่ 1, \\ปีงบประมาณ\\ พ.ศ. 2569\nน้ำ ที่ ผู้ เชี่ยวชาญ 🏛 "
                    .repeat(5)
                    .strip();

    @Test
    void linesHaveAtMost75OctetsAndAreValidUtf8Each() throws Exception {
        var bytes = event();
        var lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n", -1);
        assertThat(lines.length).isGreaterThan(20);
        for (var line : lines) {
            var octets = line.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(octets).hasSizeLessThanOrEqualTo(75);
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            assertThat(text)
                    .as("a line begins with no mark of the letter before")
                    .doesNotMatch(" [\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e].*");
        }
        assertThat(lines[lines.length - 1]).isEmpty();
    }

    @Test
    void aCalendarProgramReadsTheTextBackAsItWas() throws Exception {
        var calendar = new CalendarBuilder().build(new StringReader(new String(event(), StandardCharsets.UTF_8)));
        assertThat(calendar.validate(true).hasErrors()).isFalse();
        VEvent event = calendar.<VEvent>getComponents(Component.VEVENT).getFirst();
        assertThat(event.getSummary().getValue()).isEqualTo(THAI);
    }

    private static byte[] event() {
        return new CalendarLines()
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .text("PRODID", "-//Test//Test//TH")
                .add("BEGIN", "VEVENT")
                .text("UID", "1@test")
                .add("DTSTAMP", "20260101T000000Z")
                .add("DTSTART;VALUE=DATE", "20260101")
                .text("SUMMARY", THAI)
                .add("END", "VEVENT")
                .add("END", "VCALENDAR")
                .bytes();
    }
}
