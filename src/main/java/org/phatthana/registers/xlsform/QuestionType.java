package org.phatthana.registers.xlsform;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.GeometryKind;

/// What the word under `type` asks for.
sealed interface QuestionType {

    /// An answer that is written, ticked or worked out.
    record Answer(FieldType field, Writing writing) implements QuestionType {}

    /// How an answer comes to be.
    enum Writing {
        PLAIN,
        /// A number on a scale that `parameters` says.
        SCALE,
        /// The form works it out, nobody is asked.
        WORKED_OUT,
        /// A moment, of which the day is kept.
        MOMENT,
        /// A time of day, kept as text.
        TIME
    }

    /// One or several of a list.
    ///
    /// @param list empty where the type does not say it
    /// @param hasOther whether something else may be written
    record Choice(FieldType field, String list, boolean hasOther) implements QuestionType {}

    record Position(GeometryKind kind) implements QuestionType {}

    record Begin(boolean repeats) implements QuestionType {}

    record End(boolean repeats) implements QuestionType {}

    /// What a register has no place for.
    ///
    /// @param why the last word of the text that says it
    record Left(String why) implements QuestionType {}

    record Unknown() implements QuestionType {}

    /// The types that are one word.
    Map<String, QuestionType> WORDS = Map.ofEntries(
            Map.entry("text", plain(FieldType.TEXT)),
            Map.entry("string", plain(FieldType.TEXT)),
            Map.entry("barcode", plain(FieldType.TEXT)),
            Map.entry("integer", plain(FieldType.INTEGER)),
            Map.entry("int", plain(FieldType.INTEGER)),
            Map.entry("decimal", plain(FieldType.NUMBER)),
            Map.entry("date", plain(FieldType.DATE)),
            Map.entry("acknowledge", plain(FieldType.YES_NO)),
            Map.entry("trigger", plain(FieldType.YES_NO)),
            Map.entry("range", new Answer(FieldType.INTEGER, Writing.SCALE)),
            Map.entry("datetime", new Answer(FieldType.DATE, Writing.MOMENT)),
            Map.entry("date time", new Answer(FieldType.DATE, Writing.MOMENT)),
            Map.entry("time", new Answer(FieldType.TEXT, Writing.TIME)),
            Map.entry("calculate", new Answer(FieldType.TEXT, Writing.WORKED_OUT)),
            Map.entry("hidden", new Answer(FieldType.TEXT, Writing.WORKED_OUT)),
            Map.entry("geopoint", new Position(GeometryKind.POINT)),
            Map.entry("gps", new Position(GeometryKind.POINT)),
            Map.entry("location", new Position(GeometryKind.POINT)),
            Map.entry("geotrace", new Position(GeometryKind.LINE)),
            Map.entry("geoshape", new Position(GeometryKind.AREA)),
            Map.entry("image", new Left("photograph")),
            Map.entry("photo", new Left("photograph")),
            Map.entry("note", new Left("note")));

    Set<String> MEDIA = Set.of("audio", "video", "file", "background-audio");
    Set<String> ABOUT_SENDING = Set.of(
            "start",
            "start time",
            "end",
            "end time",
            "today",
            "deviceid",
            "device id",
            "imei",
            "subscriberid",
            "subscriber id",
            "simserial",
            "sim serial",
            "phonenumber",
            "phone number",
            "username",
            "email",
            "audit",
            "start-geopoint",
            "background-geopoint",
            "xml-external",
            "csv-external");

    Pattern GROUP = Pattern.compile("(begin|end)[ _](group|lgroup|repeat|loop)\\b.*");
    Pattern SELECT = Pattern.compile("(select[ _]one|select1|select[ _]multiple|select all that apply|rank)"
            + "(_from_file|_external| external)?(?: from)?(?:\\s+(.*?))?(?:\\s+(or[ _]other))?");

    static QuestionType of(String written) {
        var words = CellText.oneLine(written);
        var small = words.toLowerCase(Locale.ROOT);
        var group = GROUP.matcher(small);
        if (group.matches()) {
            var repeats = group.group(2).equals("repeat") || group.group(2).equals("loop");
            return group.group(1).equals("begin") ? new Begin(repeats) : new End(repeats);
        }
        if (MEDIA.contains(small)) {
            return new Left("media");
        }
        if (ABOUT_SENDING.contains(small)) {
            return new Left("sending");
        }
        var select = Pattern.compile(SELECT.pattern(), Pattern.CASE_INSENSITIVE).matcher(words);
        return select.matches()
                ? select(
                        select.group(1).toLowerCase(Locale.ROOT),
                        select.group(2) != null,
                        select.group(3) == null ? "" : select.group(3).strip(),
                        select.group(4) != null)
                : WORDS.getOrDefault(small, new Unknown());
    }

    private static QuestionType select(String how, boolean isOutside, String list, boolean hasOther) {
        if (how.equals("rank")) {
            return new Left("rank");
        }
        if (isOutside) {
            return new Left("outside");
        }
        var one = how.equals("select1") || how.endsWith("one");
        return new Choice(one ? FieldType.CODE : FieldType.CODES, list, hasOther);
    }

    private static Answer plain(FieldType field) {
        return new Answer(field, Writing.PLAIN);
    }
}
