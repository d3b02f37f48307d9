package org.phatthana.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.plan.workbook.ReadPlan;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.strategy.Strategy;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes drafts of an edition's file. A row is matched to the project of the plan that has its name and stands
/// under its programme; where none or several do, it is left to a person.
@Component
class Amendments {

    private static final int MOST_PROJECTS = 100_000;
    private static final CellNote ALREADY_STORED = CellNote.ofFile(Message.of("plan.import.already-stored"));

    private final Plans plans;
    private final Editions editions;
    private final Drafts drafts;
    private final Announcements announcements;
    private final PlaceNames places;
    private final Mapping mapping;
    private final TransactionTemplate transaction;

    Amendments(
            Plans plans,
            Editions editions,
            Drafts drafts,
            Announcements announcements,
            PlaceNames places,
            Strategy strategy,
            TransactionTemplate transaction) {
        this.plans = plans;
        this.editions = editions;
        this.drafts = drafts;
        this.announcements = announcements;
        this.places = places;
        this.mapping = new Mapping(strategy);
        this.transaction = transaction;
    }

    /// A file that is handed in.
    ///
    /// @param capacity in which capacity
    record Handed(String name, String sha256, String capacity) {}

    /// What became of a file.
    ///
    /// @param notes the rows that are left to a person
    /// @param errors what stood against it; then nothing was stored
    record Taken(int edition, int drafts, Money total, List<CellNote> notes, List<CellNote> errors) {}

    /// Takes a file in, whole or not at all.
    ///
    /// @param name the edition; empty for the next addition
    /// @param announced the day on which it came into force; empty where it is still to be approved
    /// @param choices the goals that people chose, as [Mapping#goals] has them
    /// @param isTrial whether it is only asked what would become of the file
    Taken take(
            PlanOverview plan,
            ReadPlan read,
            Optional<EditionName> name,
            Handed file,
            Optional<LocalDate> announced,
            Map<String, String> choices,
            boolean isTrial) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var known = editions.filledFrom(plan.id(), file.sha256());
            if (known.isPresent()) {
                return new Taken(known.get().number(), 0, Money.ZERO, List.of(ALREADY_STORED), List.of());
            }
            var edition = edition(plan, name, file.name());
            var taken = edition.map(open -> new Intake(plan, open, read, mapping.goals(choices)).take())
                    .orElseGet(() -> refused("plan.import.edition-closed"));
            if (taken.errors().isEmpty()) {
                editions.fill(edition.orElseThrow(), file);
            }
            if (taken.errors().isEmpty() && announced.isPresent()) {
                taken = announce(plan, taken, file.capacity(), announced.get());
            }
            if (isTrial || !taken.errors().isEmpty()) {
                status.setRollbackOnly();
            }
            return taken;
        }));
    }

    private Optional<Edition> edition(PlanOverview plan, Optional<EditionName> name, String fileName) {
        if (name.isEmpty()) {
            return Optional.of(editions.open(plan.id(), Edition.Type.ADDED, "นำเข้าจากไฟล์ " + fileName));
        }
        return Optional.of(editions.open(plan.id(), name.get(), "นำเข้าจากไฟล์ " + fileName))
                .filter(edition -> edition.state() == Edition.State.OPEN);
    }

    /// Only what is understood whole is put into force without people looking at it.
    private Taken announce(PlanOverview plan, Taken taken, String capacity, LocalDate day) {
        if (!taken.notes().isEmpty()) {
            return new Taken(taken.edition(), 0, Money.ZERO, List.of(), taken.notes());
        }
        var from = day.atStartOfDay(Editions.THAILAND).toInstant();
        var errors = new ArrayList<CellNote>();
        for (var draft : drafts.of(plan.id(), taken.edition())) {
            if (draft.fromEdition().map(before -> isAfter(plan, before, from)).orElse(false)) {
                errors.add(CellNote.ofFile(Message.of(
                        "plan.import.later-decided", draft.content().name().thai())));
            }
            drafts.move(draft.id(), Draft.State.APPROVED);
        }
        if (errors.isEmpty()) {
            announcements.announce(plan.id(), taken.edition(), capacity, from, Map.of()).stream()
                    .map(CellNote::ofFile)
                    .forEach(errors::add);
        }
        return new Taken(taken.edition(), taken.drafts(), taken.total(), List.of(), errors);
    }

    private boolean isAfter(PlanOverview plan, int edition, Instant from) {
        return editions.find(plan.id(), edition)
                .flatMap(Edition::inForceFrom)
                .orElse(Instant.MIN)
                .isAfter(from);
    }

    private static Taken refused(String key) {
        return new Taken(0, 0, Money.ZERO, List.of(), List.of(CellNote.ofFile(Message.of(key))));
    }

    /// One file on its way into an edition.
    private final class Intake {

        private final PlanOverview plan;
        private final Edition edition;
        private final ReadPlan read;
        private final Map<String, List<PlanProject>> byName = new HashMap<>();
        private final PlaceFinder finder = new PlaceFinder(places.all());
        private final Function<ReadProject, String> goals;
        private final Writer writer = Writer.acting();
        private final List<CellNote> notes = new ArrayList<>();
        private final List<CellNote> errors = new ArrayList<>();
        private int count;
        private Money total = Money.ZERO;

        Intake(PlanOverview plan, Edition edition, ReadPlan read, Function<ReadProject, String> goals) {
            this.plan = plan;
            this.edition = edition;
            this.read = read;
            this.goals = goals;
        }

        Taken take() {
            if (!edition.type().may(Edition.Act.ADD) || edition.type() == Edition.Type.URGENT) {
                plans.projects(ProjectQuery.all(plan.standing()), 0, MOST_PROJECTS)
                        .forEach(project -> byName.computeIfAbsent(
                                        ProjectQuery.normal(project.name().thai()), _ -> new ArrayList<>())
                                .add(project));
            }
            var rows = read.projects();
            for (var i = 0; i < rows.size(); i++) {
                var old = rows.get(i);
                // The old text stands above the new one, under the same number or name.
                while (i + 1 < rows.size() && edition.type() != Edition.Type.ADDED && areOne(old, rows.get(i + 1))) {
                    i++;
                }
                take(old, rows.get(i));
            }
            return new Taken(edition.number(), count, total, notes, errors);
        }

        private static boolean areOne(ReadProject old, ReadProject next) {
            return old.sheet().equals(next.sheet())
                    && old.group().equals(next.group())
                    && ((!old.sequence().isEmpty() && old.sequence().equals(next.sequence()))
                            || ProjectQuery.normal(old.name()).equals(ProjectQuery.normal(next.name())));
        }

        private void take(ReadProject old, ReadProject row) {
            if (edition.type() == Edition.Type.ADDED) {
                keep(row, drafts.add(plan.id(), edition.number(), content(row, Optional.empty()), writer));
                return;
            }
            var candidates = byName.getOrDefault(ProjectQuery.normal(old.name()), List.of()).stream()
                    .filter(project -> areAlike(project.programme(), old.group().programme()))
                    .filter(project -> (project.form() == ProjectContent.Form.P03) == old.isEquipment())
                    .toList();
            if (candidates.isEmpty() && edition.type() == Edition.Type.URGENT) {
                keep(row, drafts.add(plan.id(), edition.number(), content(row, Optional.empty()), writer));
            } else if (candidates.size() != 1) {
                notes.add(at(
                        row,
                        Message.of(
                                candidates.isEmpty() ? "plan.import.unmatched" : "plan.import.ambiguous",
                                old.name(),
                                (long) candidates.size())));
            } else {
                amend(row, candidates.getFirst());
            }
        }

        private void amend(ReadProject row, PlanProject project) {
            var begun = drafts.amend(plan.id(), edition.number(), project.id(), writer);
            keep(
                    row,
                    begun instanceof DraftOutcome.Kept kept
                            ? drafts.save(
                                    kept.draft().id(),
                                    kept.draft().revision(),
                                    content(row, Optional.of(project)),
                                    writer)
                            : begun);
        }

        private void keep(ReadProject row, DraftOutcome outcome) {
            switch (outcome) {
                case DraftOutcome.Kept _ -> {
                    count++;
                    total = total.plus(row.total());
                }
                case DraftOutcome.Refused refused ->
                    refused.faults()
                            .forEach((field, message) ->
                                    errors.add(new CellNote(row.sheet(), row.row(), "", field, message)));
                case DraftOutcome.Stale _ -> throw new IllegalStateException("Nobody else writes this draft");
            }
        }

        /// What a row says; of what its form has no column for, what the project says already.
        private ProjectContent content(ReadProject row, Optional<PlanProject> project) {
            var group = row.group();
            var details = row.details();
            var before = project.map(PlanProject::content);
            var found = finder.in(String.join(" ", row.name(), row.target(), row.place())).stream()
                    .filter(PlaceFinder.Found::certain)
                    .map(PlaceFinder.Found::place)
                    .toList();
            return new ProjectContent(
                    details.form(),
                    or(group.strategy(), before.map(ProjectContent::strategy)),
                    or(group.tactic(), before.map(ProjectContent::tactic)),
                    or(group.programme(), before.map(ProjectContent::programme)),
                    before.map(ProjectContent::goal).orElseGet(() -> goals.apply(row)),
                    Localized.thai(row.name()),
                    row.objective(),
                    Localized.thai(row.target()),
                    row.amounts().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(year -> new Funding(year.getKey(), details.fund(), year.getValue()))
                            .toList(),
                    Localized.thai(row.kpi()),
                    row.result(),
                    CellText.oneLine(row.department()),
                    details.category(),
                    details.kind(),
                    found.isEmpty() ? before.map(ProjectContent::places).orElse(List.of()) : found,
                    or(details.geometry(), before.map(ProjectContent::geometry)),
                    before.map(ProjectContent::powers).orElse(List.of()),
                    or(details.reason(), Optional.of(edition.reason())),
                    details.remark());
        }

        private static String or(String own, Optional<String> before) {
            return own.isEmpty() ? before.orElse("") : own;
        }

        private static boolean areAlike(String one, String other) {
            return one.isEmpty()
                    || other.isEmpty()
                    || ProjectQuery.normal(one.replaceFirst("^แผนงาน", ""))
                            .equals(ProjectQuery.normal(other.replaceFirst("^แผนงาน", "")));
        }

        private static CellNote at(ReadProject row, Message message) {
            return new CellNote(row.sheet(), row.row(), "", "", message);
        }
    }
}
