package org.phatthana.works.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.ImportOutcome;
import org.phatthana.works.Told;
import org.phatthana.works.Work;
import org.phatthana.works.WorksPack;

/// What a row says of works beside what was told of them.
final class Comparison {

    private final Work work;
    private final ContractRow row;
    private final List<ImportOutcome.Change> changes = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();

    Comparison(Work work, ContractRow row, WorksPack pack) {
        this.work = work;
        this.row = row;
        text(ContractColumns.EGP, work.opened().egp(), row.egp());
        text(
                ContractColumns.METHOD,
                pack.method(work.opened().method())
                        .map(name -> name.thai())
                        .orElse(work.opened().method()),
                row.method());
        value(ContractColumns.AMOUNT, Optional.of(work.amount()), row.amount());
        value(ContractColumns.MEDIAN, work.median(), row.median());
        text(ContractColumns.SUPPLIER, work.supplier().orElse(""), row.supplier());
        text(
                ContractColumns.CONTRACT,
                work.contract().map(signed -> signed.fact().number()).orElse(""),
                row.contract());
        value(ContractColumns.SIGNED, work.contract().map(Told::day), row.signed());
        value(
                ContractColumns.PRICE,
                work.price().or(() -> work.award().map(award -> award.fact().price())),
                row.price());
        value(ContractColumns.ENDS, work.ends(), row.ends());
    }

    private void text(String field, String before, String after) {
        if (!after.isEmpty() && !isSame(field, bare(before), bare(after))) {
            add(field, before, after, before.isEmpty());
        }
    }

    /// Methods are named in more or fewer words: e-bidding, and ประกวดราคาอิเล็กทรอนิกส์ (e-bidding).
    private static boolean isSame(String field, String before, String after) {
        return before.equals(after)
                || (field.equals(ContractColumns.METHOD)
                        && !before.isEmpty()
                        && (before.contains(after) || after.contains(before)));
    }

    /// A text without blanks and signs, as names and numbers are compared.
    static String bare(String text) {
        return CellText.latinDigits(text).replaceAll("[\\s.\\-–/()]", "");
    }

    private <T> void value(String field, Optional<T> before, Optional<T> after) {
        if (after.isPresent() && !after.equals(before)) {
            add(field, before.<Object>map(value -> value).orElse(""), after.get(), before.isEmpty());
        }
    }

    private void add(String field, Object before, Object after, boolean isNew) {
        changes.add(new ImportOutcome.Change(
                row.row().sheet(), row.row().number(), work.name().thai(), field, before, after));
        if (!isNew) {
            conflicts.add(field);
        }
    }

    /// What the row says otherwise than was told, or what was not told yet.
    List<ImportOutcome.Change> changes() {
        return changes;
    }

    /// The fields of which something else was told.
    List<String> conflicts() {
        return conflicts;
    }
}
