package org.phatthana.budget;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;

/// A budget ordinance (ข้อบัญญัติงบประมาณรายจ่าย) as its file states it, totals included. Whether the parts add up
/// is asked of [Sums].
///
/// @param total the expenditure that the council allowed
/// @param areas expenditure by area (ด้าน) and programme (แผนงาน)
/// @param types expenditure by type (งบ)
/// @param lines the finest figures, per task (งาน) and type; none where only sums are known
/// @param incomes the income that is expected, by kind (ประเภท) and category (หมวด); may differ from the total
/// @param people how many people it serves, if known
public record Ordinance(
        Body body,
        FiscalYear year,
        Money total,
        List<Area> areas,
        List<Share> types,
        List<Line> lines,
        List<IncomeKind> incomes,
        @Nullable People people,
        Source source) {

    /// An area with its programmes.
    public record Area(String name, Money total, List<Share> programmes) {

        public Area {
            programmes = List.copyOf(programmes);
        }
    }

    /// A part of something, by its Thai name.
    public record Share(String name, Money amount) {}

    /// What one task may spend on one type.
    public record Line(String area, String programme, String task, String type, Money amount) {}

    /// A programme within its area.
    public record Programme(String area, String name, Money amount) {}

    /// A kind of income with its categories.
    public record IncomeKind(String name, Money total, List<Share> categories) {

        public IncomeKind {
            categories = List.copyOf(categories);
        }
    }

    /// How many people, and on which day if that is known.
    public record People(long count, @Nullable LocalDate asOf) {

        public People {
            if (count <= 0) {
                throw new IllegalArgumentException("People are a positive number, not " + count);
            }
        }
    }

    /// Where the figures come from.
    ///
    /// @param text the document
    /// @param file the file that was read
    public record Source(Localized text, String file) {}

    public Ordinance {
        areas = List.copyOf(areas);
        types = List.copyOf(types);
        lines = List.copyOf(lines);
        incomes = List.copyOf(incomes);
    }

    /// All programmes in the order of the areas.
    public List<Programme> programmes() {
        return areas.stream()
                .flatMap(area -> area.programmes().stream()
                        .map(programme -> new Programme(area.name(), programme.name(), programme.amount())))
                .toList();
    }

    public Money income() {
        return Money.sum(incomes.stream().map(IncomeKind::total).toList());
    }

    /// What is expected to come in beyond what may be spent; negative where less comes in. Nothing where the income
    /// is not known.
    public Optional<Money> surplus() {
        return incomes.isEmpty() ? Optional.empty() : Optional.of(income().minus(total));
    }

    /// What may be spent on a type; nothing is zero.
    public Money ofType(String name) {
        return Money.sum(types.stream()
                .filter(type -> type.name().equals(name))
                .map(Share::amount)
                .toList());
    }

    /// What may be spent on a programme; nothing is zero.
    public Money ofProgramme(String name) {
        return Money.sum(programmes().stream()
                .filter(programme -> programme.name().equals(name))
                .map(Programme::amount)
                .toList());
    }

    public Optional<Money> perHead() {
        return Optional.ofNullable(people).map(known -> total.per(known.count()));
    }

    /// Whether another one says the same in figures, wherever it was read from.
    public boolean hasTheFiguresOf(Ordinance other) {
        return body.id().equals(other.body.id())
                && year.equals(other.year)
                && total.equals(other.total)
                && areas.equals(other.areas)
                && types.equals(other.types)
                && lines.equals(other.lines)
                && incomes.equals(other.incomes);
    }

    /// The same ordinance with the people of an earlier version where it names none itself.
    public Ordinance withPeopleOf(Ordinance earlier) {
        return people != null ? this : withPeople(earlier.people);
    }

    public Ordinance withPeople(@Nullable People other) {
        return Objects.equals(people, other)
                ? this
                : new Ordinance(body, year, total, areas, types, lines, incomes, other, source);
    }
}
