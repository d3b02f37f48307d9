package org.phatthana.plan.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.phatthana.exchange.Amount;
import org.phatthana.exchange.SheetCell;
import org.phatthana.plan.Funding;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.ProjectContent;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.springframework.util.MultiValueMap;

/// What stands in the form of a draft: as it was stored, or as somebody has just typed it, with what is wrong.
///
/// @param values what stands in each field
/// @param funds the rows of money: a source, and what stands under each year
/// @param places the codes of the places that are chosen
/// @param powers the numbers of the powers that are chosen
/// @param problems what is wrong, by field
public record DraftForm(
        Map<String, String> values,
        List<FundRow> funds,
        List<String> places,
        List<String> powers,
        Map<String, Message> problems) {

    private static final int SPARE_FUNDS = 1;
    private static final int MOST_FUNDS = 12;

    private static final List<String> TEXTS = List.of(
            "form",
            "strategy",
            "tactic",
            "programme",
            "goal",
            "name",
            "name-en",
            "objective",
            "target",
            "target-en",
            "kpi",
            "kpi-en",
            "result",
            "department",
            "category",
            "kind",
            "reason",
            "remark",
            "shape",
            "corners");

    /// A source of funds, and what stands under each year.
    ///
    /// @param source the id of a source; empty where it is not said
    public record FundRow(String source, Map<FiscalYear, String> amounts) {}

    /// What came of reading a form.
    sealed interface Read {

        record Understood(ProjectContent content) implements Read {}

        record Faulty(Map<String, Message> faults) implements Read {}
    }

    /// The form of stored content.
    static DraftForm of(ProjectContent content, PlanOverview plan) {
        var values = new LinkedHashMap<String, String>();
        values.put("form", content.form().code());
        values.put("strategy", content.strategy());
        values.put("tactic", content.tactic());
        values.put("programme", content.programme());
        values.put("goal", content.goal());
        values.put("name", content.name().thai());
        values.put("name-en", english(content.name()));
        values.put("objective", content.objective());
        values.put("target", content.target().thai());
        values.put("target-en", english(content.target()));
        values.put("kpi", content.kpi().thai());
        values.put("kpi-en", english(content.kpi()));
        values.put("result", content.result());
        values.put("department", content.department());
        values.put("category", content.category());
        values.put("kind", content.kind());
        values.put("reason", content.reason());
        values.put("remark", content.remark());
        var drawing = Drawing.of(content.geometry());
        values.put("shape", drawing.shape());
        values.put("corners", drawing.corners());
        return new DraftForm(
                values,
                funds(content, plan),
                content.places().stream().map(PlaceCode::code).toList(),
                content.powers().stream().map(String::valueOf).toList(),
                Map.of());
    }

    private static List<FundRow> funds(ProjectContent content, PlanOverview plan) {
        var bySource = new LinkedHashMap<String, Map<FiscalYear, String>>();
        for (var part : content.funding()) {
            bySource.computeIfAbsent(part.source(), _ -> new TreeMap<>()).put(part.year(), typed(part.money()));
        }
        var rows = new ArrayList<>(bySource.entrySet().stream()
                .map(row -> new FundRow(row.getKey(), row.getValue()))
                .toList());
        return withSpare(rows, plan);
    }

    private static List<FundRow> withSpare(List<FundRow> rows, PlanOverview plan) {
        var all = new ArrayList<>(rows);
        for (var spare = 0; spare < SPARE_FUNDS && all.size() < MOST_FUNDS; spare++) {
            all.add(new FundRow(all.isEmpty() ? "ordinance" : "", new TreeMap<>()));
        }
        for (var row : all) {
            plan.years().forEach(year -> row.amounts().putIfAbsent(year, ""));
        }
        return List.copyOf(all);
    }

    private static String typed(Money money) {
        return money.satang() % 100 == 0
                ? String.format(java.util.Locale.ROOT, "%,d", money.satang() / 100)
                : money.toPlainString();
    }

    private static String english(Localized text) {
        return text.texts().getOrDefault("en", "");
    }

    /// What somebody typed.
    static DraftForm typed(MultiValueMap<String, String> typed, PlanOverview plan) {
        var values = new LinkedHashMap<String, String>();
        for (var field : TEXTS) {
            values.put(field, first(typed, field));
        }
        var rows = new ArrayList<FundRow>();
        for (var row = 0; row < MOST_FUNDS && typed.containsKey("fund-" + row); row++) {
            var amounts = new TreeMap<FiscalYear, String>();
            for (var year : plan.years()) {
                amounts.put(year, first(typed, "money-" + row + "-" + year));
            }
            rows.add(new FundRow(first(typed, "fund-" + row), amounts));
        }
        return new DraftForm(
                values,
                List.copyOf(rows),
                typed.getOrDefault("place", List.of()),
                typed.getOrDefault("power", List.of()),
                Map.of());
    }

    private static String first(MultiValueMap<String, String> typed, String field) {
        var text = typed.getFirst(field);
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    DraftForm withProblems(Map<String, Message> problems) {
        return new DraftForm(values, funds, places, powers, problems);
    }

    /// What stands in a field.
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean has(String field) {
        return problems.containsKey(field);
    }

    public boolean isEquipment() {
        return value("form").equals("p03");
    }

    /// Reads what was typed.
    ///
    /// @param known whether the pack has a source of funds
    /// @param isPlace whether the province has a place of a code
    /// @param inside whether a point (latitude, longitude) lies in the province
    Read read(
            java.util.function.Predicate<String> known,
            java.util.function.Predicate<PlaceCode> isPlace,
            BiPredicate<Double, Double> inside) {
        var faults = new LinkedHashMap<String, Message>();
        if (value("name").isEmpty()) {
            faults.put("name", Message.of("plan.draft.fault.name"));
        }
        var funding = funding(known, faults);
        var geometry = switch (new Drawing(value("shape"), value("corners")).read(inside)) {
            case Drawing.Read.Drawn drawn -> drawn.geoJson();
            case Drawing.Read.Faulty faulty -> {
                faults.put("corners", faulty.fault());
                yield "";
            }
        };
        var chosen = places.stream()
                .map(PlaceCode::parse)
                .flatMap(Optional::stream)
                .filter(isPlace)
                .distinct()
                .toList();
        var numbers = powers.stream()
                .filter(number -> number.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .distinct()
                .toList();
        if (!faults.isEmpty()) {
            return new Read.Faulty(faults);
        }
        var content = content(funding, chosen, geometry, numbers);
        var more = content.faults();
        return more.isEmpty() ? new Read.Understood(content) : new Read.Faulty(more);
    }

    private ProjectContent content(
            List<Funding> funding, List<PlaceCode> chosen, String geometry, List<Integer> numbers) {
        return new ProjectContent(
                ProjectContent.Form.of(value("form")).orElse(ProjectContent.Form.P02),
                value("strategy"),
                value("tactic"),
                value("programme"),
                value("goal"),
                localized("name"),
                value("objective"),
                localized("target"),
                funding,
                localized("kpi"),
                value("result"),
                value("department"),
                value("category"),
                value("kind"),
                chosen,
                geometry,
                numbers,
                value("reason"),
                value("remark"));
    }

    private List<Funding> funding(java.util.function.Predicate<String> known, Map<String, Message> faults) {
        record Part(FiscalYear year, String source) {}
        var parts = new LinkedHashMap<Part, Money>();
        for (var row = 0; row < funds.size(); row++) {
            var source = known.test(funds.get(row).source()) ? funds.get(row).source() : "";
            for (var typed : funds.get(row).amounts().entrySet()) {
                var field = "money-" + row + "-" + typed.getKey();
                switch (Amount.of(new SheetCell.Text(0, typed.getValue()))) {
                    case Amount.Unreadable _, Amount.InError _ ->
                        faults.put(field, Message.of("plan.draft.fault.not-money"));
                    case Amount amount -> {
                        if (amount.money().isNegative()) {
                            faults.put(field, Message.of("plan.draft.fault.not-money"));
                        } else if (!amount.money().isZero()) {
                            parts.merge(new Part(typed.getKey(), source), amount.money(), Money::plus);
                        }
                    }
                }
            }
        }
        return parts.entrySet().stream()
                .map(part -> new Funding(part.getKey().year(), part.getKey().source(), part.getValue()))
                .toList();
    }

    private Localized localized(String field) {
        var english = value(field + "-en");
        return english.isEmpty() ? Localized.thai(value(field)) : Localized.of(value(field), english);
    }

    /// The problems in the order of the form, for the summary at its top.
    public List<Map.Entry<String, Message>> listed() {
        return Stream.concat(
                        Stream.concat(TEXTS.stream(), Stream.of("money", "places", "powers", "geometry", "draft"))
                                .filter(problems::containsKey)
                                .map(field -> Map.entry(field, java.util.Objects.requireNonNull(problems.get(field)))),
                        problems.entrySet().stream()
                                .filter(each -> each.getKey().startsWith("money-")))
                .toList();
    }
}
