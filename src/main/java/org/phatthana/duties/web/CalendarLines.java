package org.phatthana.duties.web;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.Locale;

/// The content lines of an iCalendar object (RFC 5545, 3.1): text escaped, lines folded at 75 octets between what a
/// reader sees as one character, so that a Thai letter keeps its marks, and ended by CRLF.
final class CalendarLines {

    private static final int OCTETS = 75;
    private static final String END = "\r\n";

    private final StringBuilder lines = new StringBuilder();

    /// A property whose value is written as it is.
    CalendarLines add(String name, String value) {
        var line = name + ":" + value;
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(line);
        var used = 0;
        for (int from = characters.first(), to = characters.next();
                to != BreakIterator.DONE;
                from = to, to = characters.next()) {
            var character = line.substring(from, to);
            var octets = character.getBytes(StandardCharsets.UTF_8).length;
            if (used + octets > OCTETS) {
                lines.append(END).append(' ');
                used = 1;
            }
            lines.append(character);
            used += octets;
        }
        lines.append(END);
        return this;
    }

    /// A property whose value is text.
    CalendarLines text(String name, String value) {
        return add(
                name,
                value.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\r\n", "\n")
                        .replace("\n", "\\n")
                        .replaceAll("\\p{Cntrl}", ""));
    }

    byte[] bytes() {
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
