package org.phatthana.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;

/// What a plan says of a project: the words, money and places that an edition decides.
///
/// @param form on which form of the law it stands
/// @param strategy strategy or development issue; may be empty, as may tactic and programme
/// @param goal the id of the goal that it serves
/// @param funding its money by year and source, each pair once
/// @param category of equipment: หมวด, for example ค่าครุภัณฑ์
/// @param kind of equipment: ประเภท
/// @param geometry where it is drawn on the map, as GeoJSON; empty where it is not
/// @param powers the numbers of the powers that allow it
/// @param reason why an edition adds or changes it
public record ProjectContent(
        Form form,
        String strategy,
        String tactic,
        String programme,
        String goal,
        Localized name,
        String objective,
        Localized target,
        List<Funding> funding,
        Localized kpi,
        String result,
        String department,
        String category,
        String kind,
        List<PlaceCode> places,
        String geometry,
        List<Integer> powers,
        String reason,
        String remark) {

    /// The names of its fields, in the order in which they are read.
    public static final List<String> FIELDS = List.of(
            "form",
            "name",
            "objective",
            "target",
            "kpi",
            "result",
            "category",
            "kind",
            "strategy",
            "tactic",
            "programme",
            "goal",
            "department",
            "money",
            "places",
            "geometry",
            "powers",
            "reason",
            "remark");

    public static final int LONGEST_NAME = 500;
    public static final int LONGEST_TEXT = 4_000;
    public static final int LONGEST_GEOMETRY = 60_000;
    public static final int MOST_PLACES = 100;
    public static final int MOST_FUNDING = 60;

    /// The most that one year of one project can need: more is a slip of the hand.
    private static final Money MOST_MONEY = Money.ofBaht(100_000_000_000L);

    /// A form of the law on which projects stand.
    public enum Form {
        /// ผ.02: what the organization does itself.
        P02("ผ.02"),
        /// ผ.02/1 and ผ.02/2: their meaning is the organization's own and stands in its pack.
        P02_1("ผ.02/1"),
        P02_2("ผ.02/2"),
        /// ผ.03: equipment.
        P03("ผ.03");

        private final String thai;

        Form(String thai) {
            this.thai = thai;
        }

        public String thai() {
            return thai;
        }

        /// The form as addresses and the database write it: `p02-1`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Form> of(String code) {
            return java.util.Arrays.stream(values())
                    .filter(form -> form.code().equals(code))
                    .findFirst();
        }
    }

    public ProjectContent {
        funding = List.copyOf(funding);
        places = List.copyOf(places);
        powers = List.copyOf(powers);
    }

    /// Its money by year.
    public Map<FiscalYear, Money> amounts() {
        var amounts = new TreeMap<FiscalYear, Money>();
        funding.forEach(part -> amounts.merge(part.year(), part.money(), Money::plus));
        return amounts;
    }

    public Money total() {
        return Money.sum(funding.stream().map(Funding::money).toList());
    }

    /// What stands against saving it even as a draft, by field: only what could not be kept or is no content at
    /// all.
    public Map<String, Message> faults() {
        var faults = new LinkedHashMap<String, Message>();
        if (name.thai().isBlank()) {
            faults.put("name", Message.of("plan.draft.fault.name"));
        }
        texts().forEach((field, text) -> {
            var most = field.equals("name") ? LONGEST_NAME : LONGEST_TEXT;
            if (text.length() > most) {
                faults.put(field, Message.of("plan.draft.fault.too-long", most));
            }
        });
        if (geometry.length() > LONGEST_GEOMETRY) {
            faults.put("geometry", Message.of("plan.draft.fault.geometry-too-large"));
        }
        if (places.size() > MOST_PLACES) {
            faults.put("places", Message.of("plan.draft.fault.too-many-places", MOST_PLACES));
        }
        if (funding.size() > MOST_FUNDING
                || funding.stream().anyMatch(part -> part.money().compareTo(MOST_MONEY) > 0)) {
            faults.put("money", Message.of("plan.draft.fault.money"));
        }
        return faults;
    }

    /// What is still lacking before it can be sent on to be checked, by field.
    ///
    /// @param plan the plan that it is to stand in
    /// @param type of the edition that decides it
    public Map<String, Message> lacking(PlanOverview plan, Edition.Type type) {
        var lacking = new LinkedHashMap<>(faults());
        if (form != Form.P03) {
            // The form for equipment names no strategy.
            needs(lacking, "strategy", strategy);
        }
        needs(lacking, "programme", programme);
        needs(lacking, "goal", goal);
        needs(lacking, "target", target.thai());
        needs(lacking, "department", department);
        if (form == Form.P03) {
            needs(lacking, "category", category);
            needs(lacking, "kind", kind);
        } else {
            needs(lacking, "objective", objective);
            needs(lacking, "result", result);
            if (!plan.issueFormat()) {
                needs(lacking, "kpi", kpi.thai());
            }
            if (powers.isEmpty()) {
                lacking.put("powers", Message.of("plan.draft.lacking.powers"));
            }
        }
        if (type != Edition.Type.BASE) {
            needs(lacking, "reason", reason);
        }
        if (total().isZero()) {
            lacking.put("money", Message.of("plan.draft.lacking.money"));
        }
        var years = plan.years();
        if (funding.stream().anyMatch(part -> !years.contains(part.year()))) {
            lacking.put("money", Message.of("plan.draft.lacking.money-outside", plan.first(), plan.last()));
        }
        return lacking;
    }

    private static void needs(Map<String, Message> lacking, String field, String text) {
        if (text.isBlank()) {
            lacking.putIfAbsent(field, Message.of("plan.draft.lacking.field"));
        }
    }

    /// The fields in which two contents differ, in the order of the form.
    public List<String> differences(ProjectContent other) {
        var changed = new ArrayList<String>();
        var mine = values();
        other.values().forEach((field, value) -> {
            if (!value.equals(mine.get(field))) {
                changed.add(field);
            }
        });
        return changed;
    }

    /// What a field of text says; nothing for the others.
    public String text(String field) {
        return texts().getOrDefault(field, "");
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("strategy", strategy);
        texts.put("tactic", tactic);
        texts.put("programme", programme);
        texts.put("name", name.thai());
        texts.put("objective", objective);
        texts.put("target", target.thai());
        texts.put("kpi", kpi.thai());
        texts.put("result", result);
        texts.put("department", department);
        texts.put("category", category);
        texts.put("kind", kind);
        texts.put("reason", reason);
        texts.put("remark", remark);
        return texts;
    }

    private Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>(texts());
        values.put("form", form);
        values.put("goal", goal);
        values.put(
                "money", funding.stream().filter(part -> !part.money().isZero()).toList());
        values.put("places", places);
        values.put("geometry", geometry);
        values.put("powers", powers);
        return values;
    }
}
