package org.phatthana.budget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.phatthana.proof.PublicAct;
import org.phatthana.proof.PublicLog;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one way in which an ordinance becomes public: a version and its entry in the public log, together.
@Component
class OrdinanceArchive {

    /// What came of it.
    sealed interface Kept {
        StoredOrdinance stored();

        /// A new version, the first or one that supersedes another.
        record Appended(StoredOrdinance stored) implements Kept {}

        /// The newest version already says exactly this.
        record AlreadyThere(StoredOrdinance stored) implements Kept {}
    }

    private final Ordinances ordinances;
    private final PublicLog log;

    OrdinanceArchive(Ordinances ordinances, PublicLog log) {
        this.ordinances = ordinances;
        this.log = log;
    }

    /// Keeps a sound ordinance.
    ///
    /// @throws IllegalArgumentException if its parts do not add up
    @Transactional
    public Kept keep(Ordinance ordinance, String capacity) {
        var differences = Sums.differences(ordinance);
        if (!differences.isEmpty()) {
            throw new IllegalArgumentException("An ordinance adds up before it is kept: " + differences.getFirst());
        }
        ordinances.lock();
        var newest = ordinances.of(ordinance.body().id(), ordinance.year());
        var complete =
                newest.map(older -> ordinance.withPeopleOf(older.ordinance())).orElse(ordinance);
        if (newest.isPresent() && isTheSame(newest.get().ordinance(), complete)) {
            return new Kept.AlreadyThere(newest.get());
        }
        var stored = ordinances.append(complete, capacity);
        log.append(act(stored, ordinances.address(stored.ordinance())));
        return new Kept.Appended(stored);
    }

    private static boolean isTheSame(Ordinance newest, Ordinance other) {
        var before = newest.people();
        var now = other.people();
        var samePeople = before == null ? now == null : now != null && before.count() == now.count();
        return newest.hasTheFiguresOf(other) && samePeople;
    }

    private static PublicAct act(StoredOrdinance stored, String address) {
        var ordinance = stored.ordinance();
        var total = "%,d".formatted(ordinance.total().satang() / 100);
        var name = ordinance.body().name();
        return new PublicAct(
                "budget.ordinance-imported",
                address,
                stored.capacity(),
                Localized.of(
                        "นำเข้าข้อบัญญัติงบประมาณ %s ปี %d ฉบับที่ %d รวม %s บาท"
                                .formatted(name.thai(), ordinance.year().buddhistEra(), stored.version(), total),
                        "Imported the budget ordinance of %s for %d, version %d: %s baht"
                                .formatted(
                                        name.in(Language.ENGLISH),
                                        ordinance.year().commonEra(),
                                        stored.version(),
                                        total)),
                content(stored),
                false);
    }

    private static Map<String, Object> content(StoredOrdinance stored) {
        var ordinance = stored.ordinance();
        var content = new LinkedHashMap<String, Object>();
        content.put("organization", ordinance.body().id());
        content.put("year", ordinance.year().buddhistEra());
        content.put("version", stored.version());
        content.put("total", ordinance.total().toPlainString());
        content.put("income", ordinance.income().toPlainString());
        content.put("file", ordinance.source().file());
        content.put("source", ordinance.source().text().sorted());
        content.put(
                "programmes",
                ordinance.programmes().stream()
                        .map(programme -> List.of(
                                programme.area(),
                                programme.name(),
                                programme.amount().toPlainString()))
                        .toList());
        content.put(
                "types",
                ordinance.types().stream()
                        .map(type -> List.of(type.name(), type.amount().toPlainString()))
                        .toList());
        content.put(
                "lines",
                ordinance.lines().stream()
                        .map(line -> List.of(
                                line.area(),
                                line.programme(),
                                line.task(),
                                line.type(),
                                line.amount().toPlainString()))
                        .toList());
        content.put(
                "incomes",
                ordinance.incomes().stream()
                        .flatMap(kind -> kind.categories().stream()
                                .map(category -> List.of(
                                        kind.name(),
                                        category.name(),
                                        category.amount().toPlainString())))
                        .toList());
        if (ordinance.people() != null) {
            content.put("people", ordinance.people().count());
        }
        return content;
    }
}
