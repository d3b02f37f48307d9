package org.phatthana.budget.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Names;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.Sums;
import org.phatthana.exchange.CellText;
import org.phatthana.values.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An ordinance as open data keeps it: `total`, `groupedByArea`, `groupedByType`, `tasks` and `pao` with its
/// income. The sums of the whole country come alike, without `tasks` and `pao`.
public final class JsonOrdinance {

    private static final int DEEPEST = 12;
    private static final int LONGEST_TEXT = 300;
    private static final int MOST_ELEMENTS = 20_000;
    private static final Set<String> KNOWN =
            Set.of("total", "groupedByArea", "groupedByType", "tasks", "pao", "budgetPerCapita");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(60)
                            .maxStringLength(10_000)
                            .maxNameLength(200)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Names names;
    private final Findings findings;
    private final Amounts amounts;

    private JsonOrdinance(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
        this.amounts = new Amounts(findings);
    }

    /// Reads the text of a file; what is wrong with it goes to the findings.
    public static @Nullable Draft read(String text, Names names, Findings findings) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            var at = e.getLocation();
            findings.error(
                    new Place("", at == null ? 0 : at.getLineNr(), ""),
                    "",
                    "not-json",
                    Amounts.shortened(e.getOriginalMessage()));
            return null;
        }
        if (!root.isObject()) {
            findings.error(Place.FILE, "", "not-an-ordinance");
            return null;
        }
        return new JsonOrdinance(names, findings).read(root);
    }

    private Draft read(JsonNode root) {
        for (var field : root.propertyNames()) {
            if (!KNOWN.contains(field)) {
                findings.note(Place.path(field), "", "unknown-field", Amounts.shortened(field));
            }
        }
        var pao = root.path("pao");
        return new Draft(
                amount(root, "total", "total"),
                areas(root),
                types(root),
                root.has("tasks") ? lines(root) : List.of(),
                pao.has("incomes") ? incomes(pao) : List.of(),
                pao.path("name").isString() ? CellText.oneLine(pao.path("name").asString()) : "",
                people(pao),
                JsonOrdinance::place);
    }

    private List<Ordinance.Area> areas(JsonNode root) {
        var areas = new ArrayList<Ordinance.Area>();
        var seen = new HashSet<String>();
        for (var area : elements(root, "groupedByArea", "groupedByArea")) {
            var name = names.area(text(area, "area")).thai();
            unique(seen, name, area, "area");
            var programmes = new ArrayList<Ordinance.Share>();
            var seenProgrammes = new HashSet<String>();
            for (var programme : elements(area.node, "plans", area.path + ".plans")) {
                var programmeName = programme(programme, "plan");
                unique(seenProgrammes, programmeName, programme, "plan");
                programmes.add(new Ordinance.Share(programmeName, total(programme)));
            }
            areas.add(new Ordinance.Area(name, total(area), programmes));
        }
        return areas;
    }

    private List<Ordinance.Share> types(JsonNode root) {
        var types = new ArrayList<Ordinance.Share>();
        var seen = new HashSet<String>();
        for (var type : elements(root, "groupedByType", "groupedByType")) {
            var name = type(type);
            unique(seen, name, type, "type");
            types.add(new Ordinance.Share(name, total(type)));
        }
        return types;
    }

    private List<Ordinance.Line> lines(JsonNode root) {
        var lines = new ArrayList<Ordinance.Line>();
        var seen = new HashSet<String>();
        for (var task : elements(root, "tasks", "tasks")) {
            var line = new Ordinance.Line(
                    names.area(text(task, "area")).thai(),
                    names.programme(text(task, "plan")).thai(),
                    text(task, "task"),
                    names.type(text(task, "type")).thai(),
                    total(task));
            unique(seen, String.join(" · ", line.area(), line.programme(), line.task(), line.type()), task, "task");
            lines.add(line);
        }
        if (lines.isEmpty()) {
            findings.error(Place.path("tasks"), "tasks", "no-lines");
        }
        return lines;
    }

    private List<Ordinance.IncomeKind> incomes(JsonNode pao) {
        var kinds = new ArrayList<Ordinance.IncomeKind>();
        var seen = new HashSet<String>();
        for (var kind : elements(pao, "incomes", "pao.incomes")) {
            var name = text(kind, "type");
            unique(seen, name, kind, "type");
            var categories = new ArrayList<Ordinance.Share>();
            var seenCategories = new HashSet<String>();
            for (var category : elements(kind.node, "categories", kind.path + ".categories")) {
                var categoryName = text(category, "category");
                unique(seenCategories, categoryName, category, "category");
                categories.add(new Ordinance.Share(categoryName, total(category)));
            }
            kinds.add(new Ordinance.IncomeKind(name, total(kind), categories));
        }
        return kinds;
    }

    private @Nullable Long people(JsonNode pao) {
        var node = pao.path("population");
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || node.asLong() < 0
                || node.asLong() > 2_000_000_000L) {
            findings.error(Place.path("pao.population"), "population", "people-unreadable", node.toString());
            return null;
        }
        return node.asLong() == 0 ? null : node.asLong();
    }

    private record Element(JsonNode node, String path) {}

    private List<Element> elements(JsonNode parent, String field, String path) {
        var list = parent.path(field);
        if (!list.isArray()) {
            findings.error(Place.path(path), field, list.isMissingNode() ? "field-missing" : "not-a-list", field);
            return List.of();
        }
        if (list.size() > MOST_ELEMENTS) {
            findings.error(Place.path(path), field, "too-many-rows", (long) MOST_ELEMENTS);
            return List.of();
        }
        var elements = new ArrayList<Element>();
        for (var index = 0; index < list.size(); index++) {
            var element = new Element(list.get(index), path + "[" + index + "]");
            if (element.node.isObject()) {
                elements.add(element);
            } else {
                findings.error(Place.path(element.path), field, "not-an-object");
            }
        }
        return elements;
    }

    private String programme(Element element, String field) {
        var name = text(element, field);
        if (!name.isEmpty() && !names.knowsProgramme(name)) {
            findings.note(Place.path(element.path + "." + field), field, "unknown-programme", name);
        }
        return names.programme(name).thai();
    }

    private String type(Element element) {
        var name = text(element, "type");
        if (!name.isEmpty() && !names.knowsType(name)) {
            findings.note(Place.path(element.path + ".type"), "type", "unknown-type", name);
        }
        return names.type(name).thai();
    }

    private String text(Element element, String field) {
        var node = element.node.path(field);
        var place = Place.path(element.path + "." + field);
        if (node.isMissingNode() || node.isNull()) {
            findings.error(place, field, "field-missing", field);
            return "";
        }
        if (!node.isString()) {
            findings.error(place, field, "not-text", Amounts.shortened(node.toString()));
            return "";
        }
        var text = CellText.oneLine(node.asString());
        if (text.isEmpty()) {
            findings.error(place, field, "field-missing", field);
        } else if (text.length() > LONGEST_TEXT) {
            findings.error(place, field, "text-too-long", (long) LONGEST_TEXT);
        }
        return text;
    }

    private Money total(Element element) {
        return amount(element.node, "total", element.path + ".total");
    }

    private Money amount(JsonNode parent, String field, String path) {
        var node = parent.path(field);
        var place = Place.path(path);
        if (node.isNumber()) {
            return amounts.number(decimal(node), place, field);
        }
        if (node.isString()) {
            findings.note(place, field, "amount-text", Amounts.shortened(node.asString()));
            return amounts.text(node.asString(), place, field);
        }
        if (node.isMissingNode() || node.isNull()) {
            findings.error(place, field, "field-missing", field);
        } else {
            findings.error(place, field, "amount-unreadable", Amounts.shortened(node.toString()));
        }
        return Money.ZERO;
    }

    private static BigDecimal decimal(JsonNode node) {
        return node.decimalValue();
    }

    private void unique(Set<String> seen, String name, Element element, String field) {
        if (!name.isEmpty() && !seen.add(name)) {
            findings.error(Place.path(element.path), field, "duplicate", name);
        }
    }

    private static Place place(Sums.Difference difference) {
        var index = difference.index();
        return Place.path(
                switch (difference.part()) {
                    case AREAS, TYPES, TASKS -> "total";
                    case AREA -> "groupedByArea[" + index + "].total";
                    case PROGRAMME ->
                        index < 0 ? "tasks" : "groupedByArea[" + index + "].plans[" + difference.inner() + "].total";
                    case TYPE -> index < 0 ? "tasks" : "groupedByType[" + index + "].total";
                    case INCOME_KIND -> "pao.incomes[" + index + "].total";
                });
    }
}
