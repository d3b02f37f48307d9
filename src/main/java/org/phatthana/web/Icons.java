package org.phatthana.web;

import java.util.Map;

/// The line icons of the house, drawn on a square of 24 units. A mission's icon goes by its number.
public final class Icons {

    private static final Map<String, String> SHAPES = Map.ofEntries(
            Map.entry("home", path("M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z")),
            Map.entry("goal", "<circle cx='12' cy='12' r='8'/><circle cx='12' cy='12' r='3.5'/>"),
            Map.entry("plan", path("M6 4h9l4 4v12H6zM14 4v5h5M9 13h7M9 16.5h5")),
            Map.entry(
                    "money",
                    "<ellipse cx='12' cy='6.5' rx='7' ry='2.8'/>"
                            + path("M5 6.5v11c0 1.5 3.1 2.8 7 2.8s7-1.3 7-2.8v-11M5 12c0 1.5 3.1 2.8 7 2.8s7-1.3"
                                    + " 7-2.8")),
            Map.entry("need", path("M5 5h14v10h-7l-4 4v-4H5z")),
            Map.entry("data", path("M4 5h16v14H4zM4 10h16M10 5v14")),
            Map.entry("search", "<circle cx='10.5' cy='10.5' r='6'/>" + path("m15 15 5 5")),
            Map.entry("map", path("M9 5 4 7v12l5-2 6 2 5-2V5l-5 2zM9 5v12M15 7v12")),
            Map.entry(
                    "place",
                    path("M12 21s7-6.3 7-11a7 7 0 0 0-14 0c0 4.7 7 11 7 11z") + "<circle cx='12' cy='10' r='2.5'/>"),
            Map.entry("user", "<circle cx='12' cy='8' r='3.5'/>" + path("M5 20c.6-3.8 3.4-6 7-6s6.4 2.2 7 6")),
            Map.entry("key", "<circle cx='8' cy='15' r='4'/>" + path("m11 12 8-8M16 7l3 3")),
            Map.entry("download", path("M12 4v11m-5-5 5 5 5-5M5 20h14")),
            Map.entry("upload", path("M12 15V4M7 9l5-5 5 5M5 20h14")),
            Map.entry("warn", path("M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.3")),
            Map.entry("check", path("m5 12.5 4.5 4.5L19 7.5")),
            Map.entry("close", path("m6 6 12 12M18 6 6 18")),
            Map.entry("arrow", path("M5 12h14m-6-6 6 6-6 6")),
            Map.entry("calendar", path("M4 6h16v14H4zM4 10.5h16M8 3.5V8M16 3.5V8")),
            Map.entry("document", path("M6 4h9l4 4v12H6zM14 4v5h5")),
            Map.entry("info", "<circle cx='12' cy='12' r='8.5'/>" + path("M12 11v5M12 8v.3")),
            Map.entry("menu", path("M4 7h16M4 12h16M4 17h16")),
            Map.entry("log", path("M8 6h12M8 12h12M8 18h12M4 6h.1M4 12h.1M4 18h.1")),
            Map.entry("mission-M1", path("M4 20h16M5.5 20V10L12 5l6.5 5v10M9.5 20v-6h5v6")),
            Map.entry(
                    "mission-M2",
                    path("M2.5 9 12 5l9.5 4L12 13zM6.5 11v4.5c1.4 1.4 3.3 2 5.5 2s4.1-.6 5.5-2V11M21.5 9v5")),
            Map.entry("mission-M3", path("M4.5 8.5h15l1 11.5h-17zM8.5 8.5V8a3.5 3.5 0 0 1 7 0v.5")),
            Map.entry(
                    "mission-M4",
                    "<circle cx='9' cy='8.5' r='3.2'/>"
                            + path("M3 19.5c.5-3.4 2.9-5.3 6-5.3s5.5 1.9 6 5.3M16 5.6a3.2 3.2 0 0 1 0 5.9M17.8"
                                    + " 14.6c1.9.8 3 2.5 3.3 4.9")),
            Map.entry("mission-M5", path("M5 19c0-9 5-14 15-14 0 10-5 14.5-12 14.5M5 21c1-5 4-8.5 8-10.5")),
            Map.entry("mission-M6", path("M9 4 5 20M15 4l4 16M12 5v2.5M12 11v2.5M12 17v2.5")),
            Map.entry(
                    "mission-M7",
                    path("M12 3.5s6.5 6.6 6.5 11a6.5 6.5 0 0 1-13 0c0-4.4 6.5-11 6.5-11zM9 15a3 3 0 0 0 3 3")));

    private static final String PLAIN = "<circle cx='12' cy='12' r='7'/>";

    private Icons() {}

    /// The shapes of an icon; a plain ring where a pack has a mission without one.
    public static String of(String name) {
        return SHAPES.getOrDefault(name, PLAIN);
    }

    private static String path(String d) {
        return "<path d='" + d + "'/>";
    }
}
