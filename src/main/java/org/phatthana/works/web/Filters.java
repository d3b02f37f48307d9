package org.phatthana.works.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.phatthana.values.FiscalYear;
import org.phatthana.works.Concern;
import org.phatthana.works.WorkQuery;
import org.phatthana.works.WorkState;

/// What a reader of works has chosen to see: all of it stands in the address.
///
/// @param concern the code of a [Concern], or empty
/// @param number the page, from 1
public record Filters(
        String year,
        String state,
        String concern,
        String mission,
        String department,
        String amphoe,
        String q,
        int number) {

    private static final int LONGEST = 200;

    static Filters of(Map<String, String> parameters) {
        var number = text(parameters, "page");
        return new Filters(
                text(parameters, "year"),
                text(parameters, "state"),
                text(parameters, "concern"),
                text(parameters, "mission"),
                text(parameters, "department"),
                text(parameters, "amphoe"),
                text(parameters, "q"),
                number.matches("[1-9]\\d{0,4}") ? Integer.parseInt(number) : 1);
    }

    private static String text(Map<String, String> parameters, String name) {
        var text = parameters.getOrDefault(name, "").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    WorkQuery query() {
        return new WorkQuery(year(year), WorkState.find(state), Concern.find(concern), mission, department, amphoe, q);
    }

    static Optional<FiscalYear> year(String text) {
        return text.matches("\\d{4}") && FiscalYear.isValid(Integer.parseInt(text))
                ? Optional.of(new FiscalYear(Integer.parseInt(text)))
                : Optional.empty();
    }

    public boolean isAny() {
        return !(year + state + concern + mission + department + amphoe + q).isEmpty();
    }

    /// The same choices at another address or on another page of the list.
    public String page(String path, int other) {
        var all = parameters();
        all.put("page", other > 1 ? Integer.toString(other) : "");
        return address(path, all);
    }

    /// An address with those parameters that say something.
    public static String address(String path, Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        all.put("year", year);
        all.put("state", state);
        all.put("concern", concern);
        all.put("mission", mission);
        all.put("department", department);
        all.put("amphoe", amphoe);
        all.put("q", q);
        return all;
    }
}
