package org.phatthana.budget.web;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.Names;
import org.phatthana.budget.Ordinance;
import org.phatthana.budget.StoredOrdinance;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;

/// The ordinances of one year side by side, ours first, the sum of all last.
public final class Comparison {

    /// An organization.
    ///
    /// @param own whether it is the one whose page this is
    public record Column(Ordinance ordinance, boolean own) {

        public Localized name() {
            return ordinance.body().name();
        }

        public @Nullable Money perHead() {
            return ordinance.perHead().orElse(null);
        }

        public double investmentShare() {
            return ordinance.ofType(YearView.INVESTMENT).shareOf(ordinance.total());
        }
    }

    /// A programme over all organizations.
    public record Line(Localized name, List<Cell> cells) {}

    /// What one organization gives a programme.
    public record Cell(Money amount, double share, @Nullable Money perHead) {}

    private final List<Column> columns;
    private final Names names;

    Comparison(List<StoredOrdinance> all, StoredOrdinance shown, Names names) {
        this.columns = all.stream()
                .map(stored -> new Column(stored.ordinance(), stored.id() == shown.id()))
                .toList();
        this.names = names;
    }

    public List<Column> columns() {
        return columns;
    }

    /// Whether there is anyone to compare with.
    public boolean isEmpty() {
        return columns.size() < 2;
    }

    /// Programmes in the order in which they first appear.
    public List<Line> lines() {
        var programmes = new LinkedHashMap<String, Localized>();
        columns.forEach(column -> column.ordinance()
                .programmes()
                .forEach(programme -> programmes.putIfAbsent(programme.name(), names.programme(programme.name()))));
        return programmes.entrySet().stream()
                .map(programme -> new Line(
                        programme.getValue(),
                        columns.stream()
                                .map(column -> cell(column.ordinance(), programme.getKey()))
                                .toList()))
                .toList();
    }

    private static Cell cell(Ordinance ordinance, String programme) {
        var amount = ordinance.ofProgramme(programme);
        var people = ordinance.people();
        return new Cell(amount, amount.shareOf(ordinance.total()), people == null ? null : amount.per(people.count()));
    }
}
