package org.phatthana.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Money;
import org.springframework.stereotype.Component;

/// Puts a sample plan into force edition by edition, by what people do: projects are drafted, approved, announced.
@Component
class SampleEditions {

    private final Editions editions;
    private final Drafts drafts;
    private final Announcements announcements;
    private final Submissions submissions;

    SampleEditions(Editions editions, Drafts drafts, Announcements announcements, Submissions submissions) {
        this.editions = editions;
        this.drafts = drafts;
        this.announcements = announcements;
        this.submissions = submissions;
    }

    /// Tells the plan inside the caller's transaction.
    SamplePlan.Loaded tell(SampleFile file) {
        var plan = editions.begin(file.head().name(), file.first(), false, true);
        var telling = new Telling(plan, file.first());
        telling.first(file);
        file.editions().forEach(telling::later);
        return new SamplePlan.Loaded(plan, Map.copyOf(telling.ids));
    }

    private final class Telling {

        private final String plan;
        private final FiscalYear first;

        /// The ids of projects by their keys.
        private final Map<String, String> ids = new HashMap<>();

        private final Map<String, Map<FiscalYear, Money>> given = new HashMap<>();

        Telling(String plan, FiscalYear first) {
            this.plan = plan;
            this.first = first;
        }

        void first(SampleFile file) {
            file.groups().forEach(group -> add(0, group, ""));
            announce("first edition", 0, file.head().announced());
        }

        private void add(int edition, SampleFile.Group group, String reason) {
            for (var item : group.projects()) {
                var draft =
                        kept(item.key(), drafts.add(plan, edition, item.content(group, first, reason), Writer.PROGRAM));
                ids.put(item.key(), draft.project());
                var money = item.given();
                if (money != null) {
                    given.put(draft.project(), Map.of(first, Money.ofBaht(money * 1000)));
                }
            }
        }

        void later(SampleFile.Later told) {
            var edition = editions.open(plan, told.name(), told.reason()).number();
            told.adds().forEach(group -> add(edition, group, told.reason()));
            for (var split : told.splits()) {
                var part = kept(split.key(), drafts.split(plan, edition, id(split.project()), Writer.PROGRAM));
                ids.put(split.key(), part.project());
                save(split.key(), part, split.of(part.content(), first));
            }
            for (var merge : told.merges()) {
                var others = merge.others().stream().map(this::id).toList();
                var one = kept(
                        merge.into(),
                        drafts.merge(plan, edition, id(merge.into()), others, merge.reason(), Writer.PROGRAM));
                save(merge.into(), one, Amending.worded(one.content(), merge.texts()));
            }
            for (var amend : told.amends()) {
                var draft = kept(amend.project(), drafts.amend(plan, edition, id(amend.project()), Writer.PROGRAM));
                save(amend.project(), draft, amend.of(draft.content(), first));
            }
            told.drops()
                    .forEach(drop -> kept(
                            drop.project(),
                            drafts.drop(plan, edition, id(drop.project()), drop.reason(), Writer.PROGRAM)));
            var day = told.announced();
            if (day == null) {
                drafts.of(plan, edition).stream()
                        .filter(draft -> told.sent().stream().map(this::id).anyMatch(draft.project()::equals))
                        .forEach(submissions::handIn);
            } else {
                announce(told.toString(), edition, day);
            }
        }

        private void save(String key, Draft draft, ProjectContent content) {
            kept(key, drafts.save(draft.id(), draft.revision(), content, Writer.PROGRAM));
        }

        private void announce(String name, int edition, LocalDate day) {
            for (var draft : drafts.of(plan, edition)) {
                var lacking = drafts.lacking(draft).keySet();
                if (!lacking.isEmpty()) {
                    throw refusal(
                            name,
                            "«%s» lacks its %s".formatted(draft.content().name().thai(), lacking));
                }
                drafts.move(draft.id(), Draft.State.APPROVED);
            }
            var from = day.atStartOfDay(Editions.THAILAND).toInstant();
            var objections = announcements.announce(plan, edition, "pack", from, given);
            if (!objections.isEmpty()) {
                throw refusal(name, objections.toString());
            }
        }

        private String id(String key) {
            return Objects.requireNonNull(ids.get(key));
        }

        private Draft kept(String key, DraftOutcome outcome) {
            if (outcome instanceof DraftOutcome.Kept(var draft)) {
                return draft;
            }
            throw refusal(key, outcome.toString());
        }
    }

    private static IllegalStateException refusal(String place, String what) {
        return new IllegalStateException("The pack's sample plan cannot be told: %s: %s".formatted(place, what));
    }
}
