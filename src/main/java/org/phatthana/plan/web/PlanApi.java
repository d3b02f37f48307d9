package org.phatthana.plan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phatthana.plan.AsOf;
import org.phatthana.plan.Chapters;
import org.phatthana.plan.Decisions;
import org.phatthana.plan.Edition;
import org.phatthana.plan.Editions;
import org.phatthana.plan.PlanChoice;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.Plans;
import org.phatthana.plan.ProjectQuery;
import org.phatthana.plan.ProjectSums;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Plans and projects for programs. Amounts are decimal strings in baht; years are of the Buddhist Era.
@RestController
class PlanApi {

    private static final int MOST = 500;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,9}-\\d{1,9})?");

    private final Plans plans;
    private final PlanChoice choice;
    private final Editions editions;
    private final Decisions decisions;
    private final Strategy strategy;
    private final Chapters chapters;
    private final Texts texts;
    private final JsonMapper json;

    PlanApi(
            Plans plans,
            PlanChoice choice,
            Editions editions,
            Decisions decisions,
            Strategy strategy,
            Chapters chapters,
            Texts texts,
            JsonMapper json) {
        this.plans = plans;
        this.choice = choice;
        this.editions = editions;
        this.decisions = decisions;
        this.strategy = strategy;
        this.chapters = chapters;
        this.texts = texts;
        this.json = json;
    }

    record PlanItem(
            String id,
            String name,
            int firstYear,
            int lastYear,
            String format,
            long projects,
            Map<String, String> amounts,
            String total,
            long equipment,
            Map<String, String> equipmentAmounts,
            String equipmentTotal,
            String currency,
            boolean sample,
            String source,
            Instant importedAt,
            String href) {}

    record PlaceItem(String code, boolean certain, String foundAs) {}

    record ProjectItem(
            String id,
            String plan,
            int edition,
            String goal,
            String mission,
            String strategy,
            String tactic,
            String programme,
            Map<String, String> name,
            String objective,
            Map<String, String> target,
            Map<String, String> amounts,
            Map<String, String> ordinance,
            String total,
            String currency,
            Map<String, String> indicator,
            String expectedResult,
            String department,
            List<PlaceItem> places,
            String sourceSheet,
            int sourceRow,
            boolean sample,
            String href,
            String form,
            List<FundingItem> funding,
            String category,
            String kind,
            @Nullable JsonNode geometry,
            List<Integer> powers,
            String reason,
            String remark,
            DecisionItem decision,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<VersionItem> versions,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<ChapterItem> chapters) {}

    record FundingItem(int year, String source, String amount) {}

    /// How a version came about.
    record DecisionItem(
            String act,
            boolean textKnown,
            @Nullable String mergedInto,
            @Nullable String splitFrom) {}

    record VersionItem(
            int edition,
            Map<String, String> title,
            @Nullable LocalDate inForceFrom,
            boolean dateEstimated,
            DecisionItem decision,
            Map<String, String> name,
            Map<String, String> amounts,
            String total,
            String reason,
            String href) {}

    record EditionItem(
            int number,
            String type,
            Map<String, String> title,
            int sequence,
            int year,
            String label,
            String reason,
            @Nullable LocalDate inForceFrom,
            boolean dateEstimated,
            Map<String, Long> projects,
            long merged,
            long split,
            long textUnknown,
            String totalBefore,
            String totalAfter,
            String currency,
            boolean sample,
            String href) {}

    record Items<T>(List<T> items, @Nullable String next) {}

    @Operation(summary = "All plans, real ones before sample ones, newest first")
    @GetMapping("/api/v1/plans")
    Items<PlanItem> plans() {
        return new Items<>(plans.all().stream().map(this::item).toList(), null);
    }

    @Operation(summary = "The projects of a plan in its own order, in pieces")
    @GetMapping("/api/v1/plans/{id}/projects")
    Items<ProjectItem> projects(
            @PathVariable String id,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "") String goal,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String q,
            @Parameter(description = "A day (ISO 8601) or an edition (edition-3): the plan as it stood then")
                    @RequestParam(defaultValue = "")
                    String at) {
        var asOf = AsOf.of(at).orElseThrow(PlanApi::badRequest);
        if (limit < 1 || limit > MOST || !CURSOR.matcher(cursor).matches()) {
            throw badRequest();
        }
        var plan = plans.find(id, asOf).orElseThrow(PlanPages::notFound);
        var query = new ProjectQuery(
                plan.standing(),
                goal.isEmpty() ? List.of() : List.of(goal),
                PlaceCode.parse(place),
                FiscalYear.isValid(year) ? Optional.of(new FiscalYear(year)) : Optional.empty(),
                "",
                "",
                q.length() > 200 ? q.substring(0, 200) : q,
                ProjectQuery.Order.PLAN);
        var after = cursor.isEmpty() ? new String[] {"-1", "-1"} : cursor.split("-");
        var found = plans.projectsAfter(query, Integer.parseInt(after[0]), Integer.parseInt(after[1]), limit + 1);
        var items = found.stream().limit(limit).toList();
        var next = found.size() > limit
                ? items.getLast().heading() + "-" + items.getLast().ordinal()
                : null;
        return new Items<>(
                items.stream().map(project -> item(project, null, null)).toList(), next);
    }

    @Operation(summary = "The announced editions of a plan, in the order in which they came into force")
    @GetMapping("/api/v1/plans/{id}/editions")
    Items<EditionItem> editions(@PathVariable String id) {
        var plan = plans.find(id).orElseThrow(PlanPages::notFound);
        var counts = decisions.counts(id);
        return new Items<>(
                choice.announced(plan).stream()
                        .map(edition -> item(edition, counts.get(edition.number())))
                        .toList(),
                null);
    }

    @Operation(
            summary = "One project in its newest version, with what each edition decided of it and all that happened to"
                    + " it")
    @GetMapping("/api/v1/projects/{id}")
    ProjectItem project(@PathVariable String id) {
        var story = plans.story(id);
        if (story.isEmpty()) {
            throw PlanPages.notFound();
        }
        var known = editions.of(story.getFirst().plan()).stream()
                .collect(Collectors.toMap(Edition::number, Function.identity()));
        return item(
                story.getFirst(),
                story.stream()
                        .map(version -> version(version, known.get(version.edition())))
                        .toList(),
                ChapterItem.of(chapters.of(id), texts));
    }

    private static ResponseStatusException badRequest() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    private static EditionItem item(Edition edition, Decisions.@Nullable Counts counts) {
        var projects = new TreeMap<String, Long>();
        for (var act : Edition.Act.values()) {
            projects.put(act.code(), counts == null ? 0 : counts.of(act));
        }
        return new EditionItem(
                edition.number(),
                edition.type().code(),
                edition.title().sorted(),
                edition.sequence(),
                edition.year(),
                edition.label(),
                edition.reason(),
                edition.day().orElse(null),
                edition.estimated(),
                projects,
                counts == null ? 0 : counts.merged(),
                counts == null ? 0 : counts.split(),
                counts == null ? 0 : counts.unknown(),
                (counts == null ? Money.ZERO : counts.moneyBefore()).toPlainString(),
                (counts == null ? Money.ZERO : counts.moneyAfter()).toPlainString(),
                "THB",
                edition.sample(),
                "/plan/" + edition.plan() + "/editions/" + edition.number());
    }

    private static VersionItem version(PlanProject version, @Nullable Edition edition) {
        return new VersionItem(
                version.edition(),
                edition == null ? Map.of() : edition.title().sorted(),
                edition == null ? null : edition.day().orElse(null),
                edition != null && edition.estimated(),
                decision(version),
                version.name().sorted(),
                amounts(version.amounts()),
                version.total().toPlainString(),
                version.reason(),
                "/projects/" + version.id() + "?edition=" + version.edition());
    }

    private static DecisionItem decision(PlanProject version) {
        var decision = version.decision();
        return new DecisionItem(
                decision.act().code(),
                decision.textKnown(),
                decision.mergedInto().orElse(null),
                decision.splitFrom().orElse(null));
    }

    private PlanItem item(PlanOverview plan) {
        var lines = plans.summary(plan.standing());
        var sums = ProjectSums.sum(lines.stream()
                .filter(line -> !line.equipment())
                .map(Plans.SummaryLine::sums)
                .toList());
        var equipment = plans.equipment(plan.standing());
        return new PlanItem(
                plan.id(),
                plan.name(),
                plan.first().buddhistEra(),
                plan.last().buddhistEra(),
                plan.issueFormat() ? "issue" : "strategy",
                plan.projects(),
                amounts(plan, sums),
                sums.money().toPlainString(),
                equipment.projects(),
                amounts(plan, equipment),
                equipment.money().toPlainString(),
                "THB",
                plan.sample(),
                plan.fileName(),
                plan.importedAt(),
                "/plan?plan=" + plan.id());
    }

    private static Map<String, String> amounts(PlanOverview plan, ProjectSums sums) {
        var amounts = new TreeMap<String, String>();
        plan.years()
                .forEach(year ->
                        amounts.put(year.toString(), sums.year(year).money().toPlainString()));
        return amounts;
    }

    private ProjectItem item(
            PlanProject project, @Nullable List<VersionItem> versions, @Nullable List<ChapterItem> chapters) {
        return new ProjectItem(
                project.id(),
                project.plan(),
                project.edition(),
                project.goal(),
                strategy.goal(project.goal()).map(goal -> goal.mission()).orElse(""),
                project.strategy(),
                project.tactic(),
                project.programme(),
                project.name().sorted(),
                project.objective(),
                project.target().sorted(),
                amounts(project.amounts()),
                amounts(project.ordinance()),
                project.total().toPlainString(),
                "THB",
                project.kpi().sorted(),
                project.result(),
                project.department(),
                project.places().stream()
                        .map(where -> new PlaceItem(where.place().code(), where.certain(), where.foundAs()))
                        .toList(),
                project.source().sheet(),
                project.source().row(),
                project.sample(),
                "/projects/" + project.id(),
                project.form().code(),
                project.funding().stream()
                        .map(part -> new FundingItem(
                                part.year().buddhistEra(),
                                part.source(),
                                part.money().toPlainString()))
                        .toList(),
                project.category(),
                project.kind(),
                project.geometry().isEmpty() ? null : json.readTree(project.geometry()),
                project.powers(),
                project.reason(),
                project.remark(),
                decision(project),
                versions,
                chapters);
    }

    private static Map<String, String> amounts(Map<FiscalYear, Money> money) {
        var amounts = new TreeMap<String, String>();
        money.forEach((year, amount) -> amounts.put(year.toString(), amount.toPlainString()));
        return amounts;
    }
}
