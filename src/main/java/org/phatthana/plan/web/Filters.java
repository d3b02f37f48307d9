package org.phatthana.plan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.plan.AsOf;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.plan.Standing;
import org.phatthana.strategy.Goal;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.PlaceCode;

/// What a reader of the plan has chosen to see: all of it stands in the address.
///
/// @param plan the id of another plan than the one that is shown, or empty
/// @param at the day (ISO 8601) or edition as of which the plan is shown, or empty for today
/// @param number the page, from 1
public record Filters(
        String plan,
        String at,
        String goal,
        String mission,
        String place,
        String year,
        String department,
        String programme,
        String q,
        String sort,
        int number) {

    private static final int LONGEST = 200;

    static Filters of(Map<String, String> parameters) {
        return new Filters(
                text(parameters, "plan"),
                AsOf.of(text(parameters, "at")).map(AsOf::code).orElse(""),
                text(parameters, "goal"),
                text(parameters, "mission"),
                text(parameters, "place"),
                text(parameters, "year"),
                text(parameters, "department"),
                text(parameters, "programme"),
                text(parameters, "q"),
                text(parameters, "sort"),
                number(text(parameters, "page")));
    }

    private static String text(Map<String, String> parameters, String name) {
        var text = parameters.getOrDefault(name, "").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static int number(String text) {
        return text.matches("[1-9]\\d{0,4}") ? Integer.parseInt(text) : 1;
    }

    ProjectQuery query(Standing standing, Strategy strategy) {
        var goals = goal.isEmpty()
                ? strategy.mission(mission)
                        .map(chosen ->
                                strategy.goalsOf(chosen).stream().map(Goal::id).toList())
                        .orElse(List.of())
                : List.of(goal);
        return new ProjectQuery(
                standing,
                goals,
                PlaceCode.parse(place),
                yearChosen(),
                department,
                programme,
                q,
                ProjectQuery.Order.of(sort));
    }

    Optional<FiscalYear> yearChosen() {
        return year.matches("\\d{4}") && FiscalYear.isValid(Integer.parseInt(year))
                ? Optional.of(new FiscalYear(Integer.parseInt(year)))
                : Optional.empty();
    }

    public boolean isAny() {
        return !(goal + mission + place + year + department + programme + q).isEmpty();
    }

    /// The address of these choices.
    String address(String path) {
        var all = parameters();
        if (number > 1) {
            all.put("page", Integer.toString(number));
        }
        return address(path, all);
    }

    /// The same choices on another page of the list.
    public String page(String path, int other) {
        var all = parameters();
        if (other > 1) {
            all.put("page", Integer.toString(other));
        }
        return address(path, all);
    }

    /// The same choices of the plan as it stood at another time.
    ///
    /// @param code of an [AsOf]; empty for today
    public String asOf(String path, String code) {
        var all = parameters();
        all.put("at", code);
        return address(path, all);
    }

    /// Another page about the same plan at the same time.
    public String aboutPlan(String path) {
        var all = new LinkedHashMap<String, String>();
        all.put("plan", plan);
        all.put("at", at);
        return address(path, all);
    }

    /// The same choices with another goal.
    public String ofGoal(String path, String other) {
        var all = new LinkedHashMap<String, String>();
        all.put("plan", plan);
        all.put("at", at);
        all.put("goal", other);
        return address(path, all);
    }

    /// What else is chosen besides the time, for the hidden fields of a form that changes the time.
    public Map<String, String> besidesTime() {
        var all = parameters();
        all.remove("at");
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /// The same choices in another order.
    public String sorted(String path, String order) {
        var all = parameters();
        all.put("sort", order);
        return address(path, all);
    }

    /// An address with those parameters that say something.
    public static String address(String path, Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .reduce((a, b) -> a + "&" + b);
        return query.map(text -> path + "?" + text).orElse(path);
    }

    private Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        all.put("plan", plan);
        all.put("at", at);
        all.put("goal", goal);
        all.put("mission", mission);
        all.put("place", place);
        all.put("year", year);
        all.put("department", department);
        all.put("programme", programme);
        all.put("q", q);
        all.put("sort", sort);
        return all;
    }
}
