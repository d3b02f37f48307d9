package org.phatthana.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.phatthana.packs.Pack;
import org.phatthana.packs.UnsoundPack;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import tools.jackson.databind.json.JsonMapper;

/// The pack's sample plan as its files under `sample/` tell it. Amounts are in thousands of baht. What names
/// nothing is refused with the file and the place.
///
/// @param groups the projects of the first edition
/// @param editions the later ones, in the order in which they were opened
record SampleFile(Head head, List<Group> groups, List<Later> editions) {

    private static final String HEAD = "sample/plan.yaml";
    private static final String EDITIONS = "sample/editions.yaml";
    private static final int YEARS = 5;
    private static final JsonMapper JSON = new JsonMapper();

    /// What `plan.yaml` says.
    ///
    /// @param announced when the plan came into force
    /// @param projects the files of its projects, in the plan's order
    record Head(String name, int firstYear, LocalDate announced, List<String> projects) {}

    /// A file of projects.
    record Projects(List<Group> groups) {}

    /// A strategy, tactic and programme with its projects; all three are empty for equipment but the programme.
    record Group(String strategy, String tactic, String programme, List<Item> projects) {}

    /// A project.
    ///
    /// @param key its name among the sample's files
    /// @param map GeoJSON, or nothing
    /// @param money by source of funds, a number for each year
    /// @param given what the ordinance of the first year gave; nothing where that is not known
    record Item(
            String key,
            String form,
            String goal,
            Localized name,
            String objective,
            Localized target,
            Localized kpi,
            String result,
            String department,
            String category,
            String kind,
            List<PlaceCode> places,
            Map<String, Object> map,
            List<Integer> powers,
            Map<String, List<Long>> money,
            @Nullable Long given,
            String remark) {

        ProjectContent content(Group heading, FiscalYear first, String reason) {
            return new ProjectContent(
                    ProjectContent.Form.of(form).orElseThrow(),
                    heading.strategy,
                    heading.tactic,
                    heading.programme,
                    goal,
                    name,
                    objective,
                    target,
                    funding(money, first),
                    kpi,
                    result,
                    department,
                    category,
                    kind,
                    places,
                    map.isEmpty() ? "" : JSON.writeValueAsString(map),
                    powers,
                    reason,
                    remark);
        }
    }

    /// A file of editions.
    record Editions(List<Later> editions) {}

    /// An edition after the first.
    ///
    /// @param announced when it came into force; nothing for one that is still worked on
    /// @param sent the keys of the projects whose drafts wait to be checked, in one that is worked on
    record Later(
            String type,
            int number,
            int year,
            @Nullable LocalDate announced,
            String reason,
            List<Group> adds,
            List<Split> splits,
            List<Merge> merges,
            List<Amend> amends,
            List<Drop> drops,
            Set<String> sent) {

        EditionName name() {
            return new EditionName(Edition.Type.of(type).orElseThrow(), number, year);
        }

        @Override
        public String toString() {
            return "%s %d/%d".formatted(type, number, year);
        }
    }

    /// A project that an edition changes or corrects.
    ///
    /// @param texts the words that become others, by [ProjectContent#FIELDS]
    /// @param money all of its money, or nothing where that stays as it was
    record Amend(String project, String reason, Map<String, Localized> texts, Map<String, List<Long>> money) {

        ProjectContent of(ProjectContent before, FiscalYear first) {
            var funding = money.isEmpty() ? before.funding() : funding(money, first);
            return Amending.with(Amending.worded(before, texts), funding, reason);
        }
    }

    record Drop(String project, String reason) {}

    /// Projects that become one, which says what `texts` say.
    record Merge(String into, List<String> others, String reason, Map<String, Localized> texts) {}

    /// A part of a project that becomes one of its own.
    record Split(
            String project, String key, String reason, Map<String, Localized> texts, Map<String, List<Long>> money) {

        ProjectContent of(ProjectContent before, FiscalYear first) {
            return new Amend(project, reason, texts, money).of(before, first);
        }
    }

    /// Reads the sample of a pack that has one.
    static Optional<SampleFile> of(Pack pack) {
        return pack.find(HEAD, Head.class).map(head -> {
            var names = new Names(pack);
            var groups = new ArrayList<Group>();
            for (var file : head.projects) {
                var path = "sample/" + file;
                var read = pack.read(path, Projects.class).groups;
                read.forEach(group -> group.projects.forEach(item -> names.add(path, item)));
                groups.addAll(read);
            }
            var editions =
                    pack.find(EDITIONS, Editions.class).map(Editions::editions).orElse(List.of());
            editions.forEach(names::check);
            return new SampleFile(head, groups, editions);
        });
    }

    FiscalYear first() {
        return new FiscalYear(head.firstYear);
    }

    private static List<Funding> funding(Map<String, List<Long>> money, FiscalYear first) {
        var funding = new ArrayList<Funding>();
        money.forEach((source, years) -> {
            for (var year = 0; year < years.size(); year++) {
                if (years.get(year) > 0) {
                    funding.add(new Funding(first.plus(year), source, Money.ofBaht(years.get(year) * 1000)));
                }
            }
        });
        return funding;
    }

    /// The projects that the files have named so far.
    private static final class Names {

        private final Pack pack;
        private final Set<String> known = new HashSet<>();

        Names(Pack pack) {
            this.pack = pack;
        }

        void add(String file, Item item) {
            var place = "project " + item.key;
            hold(known.add(item.key), file, place, "stands there twice");
            hold(ProjectContent.Form.of(item.form).isPresent(), file, place, "has no form «%s»".formatted(item.form));
            money(item.money, file, place);
        }

        void check(Later edition) {
            var place = "edition " + edition;
            hold(Edition.Type.of(edition.type).isPresent(), EDITIONS, place, "is of no known type");
            edition.adds.forEach(group -> group.projects.forEach(item -> add(EDITIONS, item)));
            edition.splits.forEach(split -> {
                known(split.project, place);
                hold(known.add(split.key), EDITIONS, place, "names «%s» twice".formatted(split.key));
                texts(split.texts, place);
                money(split.money, EDITIONS, place);
            });
            edition.merges.forEach(merge -> {
                known(merge.into, place);
                merge.others.forEach(other -> known(other, place));
                texts(merge.texts, place);
            });
            edition.amends.forEach(amend -> {
                known(amend.project, place);
                texts(amend.texts, place);
                money(amend.money, EDITIONS, place);
            });
            edition.drops.forEach(drop -> known(drop.project, place));
            edition.sent.forEach(sent -> known(sent, place));
        }

        private void known(String key, String place) {
            hold(known.contains(key), EDITIONS, place, "names «%s», which no file tells of".formatted(key));
        }

        private void texts(Map<String, Localized> texts, String place) {
            texts.keySet()
                    .forEach(field ->
                            hold(Amending.WORDS.contains(field), EDITIONS, place, "has no text «%s»".formatted(field)));
        }

        private void money(Map<String, List<Long>> money, String file, String place) {
            money.forEach((source, years) -> hold(
                    years.size() == YEARS, file, place, "says the money of %d years of 5".formatted(years.size())));
        }

        private void hold(boolean holds, String file, String place, String what) {
            if (!holds) {
                throw new UnsoundPack("%s: %s %s".formatted(pack.path(file), place, what));
            }
        }
    }
}
