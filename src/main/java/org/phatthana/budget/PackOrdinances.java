package org.phatthana.budget;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.packs.Pack;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/// Brings the ordinances of the pack into the house when it starts, each year that has none yet. What an office
/// imported later is never overruled.
@Component
class PackOrdinances implements InitializingBean {

    /// The pack's `ordinances/index.yaml`.
    record Index(List<Integer> years) {}

    /// One ordinance, in whole baht.
    record File(
            String organization,
            int year,
            Localized source,
            String file,
            long total,
            @Nullable Long people,
            @Nullable LocalDate peopleAsOf,
            List<Area> areas,
            List<Part> types,
            List<Income> incomes) {}

    record Area(String name, long total, List<Programme> programmes) {}

    record Programme(String name, long total, List<Task> tasks) {}

    record Task(String task, String type, long baht) {}

    record Part(String name, long baht) {}

    record Income(String kind, long total, List<Part> categories) {}

    private final Pack pack;
    private final Names names;
    private final Ordinances ordinances;
    private final OrdinanceArchive archive;

    PackOrdinances(Pack pack, Names names, Ordinances ordinances, OrdinanceArchive archive) {
        this.pack = pack;
        this.names = names;
        this.ordinances = ordinances;
        this.archive = archive;
    }

    @Override
    public void afterPropertiesSet() {
        var years = pack.find("ordinances/index.yaml", Index.class)
                .map(Index::years)
                .orElse(List.of());
        for (var year : years) {
            if (ordinances.of(new FiscalYear(year)).isEmpty()) {
                archive.keep(ordinance(year), "pack");
            }
        }
    }

    /// An ordinance of the pack.
    Ordinance ordinance(int year) {
        var file = pack.read("ordinances/" + year + ".yaml", File.class);
        var lines = new ArrayList<Ordinance.Line>();
        for (var area : file.areas) {
            for (var programme : area.programmes) {
                programme.tasks.forEach(task -> lines.add(
                        new Ordinance.Line(area.name, programme.name, task.task, task.type, Money.ofBaht(task.baht))));
            }
        }
        return new Ordinance(
                names.body(file.organization),
                new FiscalYear(file.year),
                Money.ofBaht(file.total),
                file.areas.stream()
                        .map(area -> new Ordinance.Area(
                                area.name,
                                Money.ofBaht(area.total),
                                area.programmes.stream()
                                        .map(programme ->
                                                new Ordinance.Share(programme.name, Money.ofBaht(programme.total)))
                                        .toList()))
                        .toList(),
                shares(file.types),
                lines,
                file.incomes.stream()
                        .map(kind ->
                                new Ordinance.IncomeKind(kind.kind, Money.ofBaht(kind.total), shares(kind.categories)))
                        .toList(),
                Optional.ofNullable(file.people)
                        .map(count -> new Ordinance.People(count, file.peopleAsOf))
                        .orElse(null),
                new Ordinance.Source(file.source, file.file));
    }

    private static List<Ordinance.Share> shares(List<Part> parts) {
        return parts.stream()
                .map(part -> new Ordinance.Share(part.name, Money.ofBaht(part.baht)))
                .toList();
    }
}
