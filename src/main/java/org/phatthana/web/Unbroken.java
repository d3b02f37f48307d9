package org.phatthana.web;

import gg.jte.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/// Keeps Thai words and names whole at the end of a line where browsers' dictionaries would break them, such as
/// งบ-ประมาณ.
/// The text itself is not changed, so that it can be found, copied and read aloud as it stands.
public final class Unbroken {

    /// A place's name is no word of a dictionary: it stays with the mark before it, `ต.ไทรย้อย`, `บ้านโคกสลุด`.
    private static final String PLACE = "(?<![\\u0e01-\\u0e4e])(?:ต\\.|อ\\.|จ\\.|อบต\\.|อบจ\\.|บ้าน)"
            + "[\\u0e01-\\u0e4e]{1,18}+(?![\\u0e01-\\u0e4e])";

    private static final Pattern WORDS = words();

    private Unbroken() {}

    /// The words of a text that stay whole, from left to right.
    public static Stream<MatchResult> in(String text) {
        return WORDS.matcher(text).results();
    }

    static Content content(String text) {
        return output -> {
            var matcher = WORDS.matcher(text);
            var end = 0;
            while (matcher.find()) {
                output.writeUserContent(text.substring(end, matcher.start()));
                output.writeContent("<span class=\"nb\">");
                output.writeUserContent(matcher.group());
                output.writeContent("</span>");
                end = matcher.end();
            }
            output.writeUserContent(text.substring(end));
        };
    }

    private static Pattern words() {
        try {
            var file =
                    new ClassPathResource("unbroken_th.txt", Unbroken.class).getContentAsString(StandardCharsets.UTF_8);
            return Pattern.compile(PLACE + "|"
                    + file.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .sorted(Comparator.comparingInt(String::length).reversed())
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
