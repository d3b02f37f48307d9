package org.phatthana.people.accounts;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a browser calls itself, in a few words that its owner knows: `Chrome · Android`.
public final class Browser {

    private record Mark(String word, String name) {}

    /// In this order, since most claim to be several others.
    private static final List<Mark> PROGRAMS = List.of(
            new Mark("edg", "Edge"),
            new Mark("opr/", "Opera"),
            new Mark("samsungbrowser", "Samsung Internet"),
            new Mark("line/", "LINE"),
            new Mark("firefox", "Firefox"),
            new Mark("fxios", "Firefox"),
            new Mark("crios", "Chrome"),
            new Mark("chrome", "Chrome"),
            new Mark("safari", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("android", "Android"),
            new Mark("iphone", "iPhone"),
            new Mark("ipad", "iPad"),
            new Mark("windows", "Windows"),
            new Mark("cros", "ChromeOS"),
            new Mark("mac os", "macOS"),
            new Mark("linux", "Linux"));

    private Browser() {}

    /// @param userAgent the header that it sends, if any
    /// @return its name and system, empty where neither is known
    public static String of(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        var small = userAgent.toLowerCase(Locale.ROOT);
        var program = first(PROGRAMS, small);
        var system = first(SYSTEMS, small);
        return program.isEmpty() || system.isEmpty() ? program + system : program + " · " + system;
    }

    private static String first(List<Mark> marks, String text) {
        return marks.stream()
                .filter(mark -> text.contains(mark.word()))
                .map(Mark::name)
                .findFirst()
                .orElse("");
    }
}
