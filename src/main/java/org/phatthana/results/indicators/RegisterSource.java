package org.phatthana.results.indicators;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.proof.PublicLog;
import org.phatthana.registers.CodeList;
import org.phatthana.registers.Entries;
import org.phatthana.registers.Entry;
import org.phatthana.registers.Field;
import org.phatthana.registers.FieldType;
import org.phatthana.registers.Register;
import org.phatthana.registers.Unit;
import org.phatthana.results.formulas.Column;
import org.phatthana.results.formulas.Kind;
import org.phatthana.results.formulas.Row;
import org.phatthana.results.formulas.Source;
import org.phatthana.results.formulas.Type;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import org.phatthana.values.PlaceCode;
import org.phatthana.values.Thailand;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// A register of the pack, by its code: a row for each entry and each fiscal year at whose end it was there, or
/// which is there today, as far back as there were any. It counts by what is for everyone alone.
///
/// A field of several codes is a column of yes and no for each of them: `levels_lower_secondary`. A year is a whole
/// number of the Common Era, and a place its code.
final class RegisterSource implements FigureSource {

    private static final String BEGINS = "begins";
    private static final String PLACED = "placed";

    private final Register register;
    private final Entries entries;
    private final RegisterDays days;
    private final PublicLog log;
    private final Source source;

    private volatile Read read = new Read(-1, LocalDate.MIN, List.of());

    /// What was read last. Whatever is recorded makes the log grow.
    private record Read(long logSize, LocalDate today, List<Figures.PlacedRow> rows) {}

    RegisterSource(Register register, Entries entries, RegisterDays days, PublicLog log) {
        this.register = register;
        this.entries = entries;
        this.days = days;
        this.log = log;
        var columns = Stream.concat(
                        Stream.of(Column.of(BEGINS, Type.of(Kind.DATE)), Column.of(PLACED, Type.YES_NO)),
                        register.publicFields().stream().flatMap(RegisterSource::columns))
                .toList();
        this.source = new Source(register.code(), columns, BEGINS, true);
    }

    private static Stream<Column> columns(Field field) {
        var unit = field.unit().map(Unit::code).orElse("");
        return switch (field.type()) {
            case TEXT, LINK -> Stream.of(Column.of(field.code(), Type.of(Kind.TEXT)));
            case NUMBER -> Stream.of(Column.of(field.code(), Type.number(unit)));
            case INTEGER -> Stream.of(Column.of(field.code(), new Type(Kind.INTEGER, unit)));
            case YEAR -> Stream.of(Column.of(field.code(), Type.of(Kind.INTEGER)));
            case DATE -> Stream.of(Column.of(field.code(), Type.of(Kind.DATE)));
            case YES_NO -> Stream.of(Column.of(field.code(), Type.YES_NO));
            case PLACE -> Stream.of(Column.of(field.code(), Type.of(Kind.CODE)));
            case CODE ->
                Stream.of(new Column(
                        field.code(),
                        Type.of(Kind.CODE),
                        codes(field).map(CodeList.Value::code).collect(Collectors.toSet())));
            case CODES -> codes(field).map(value -> Column.of(column(field, value), Type.YES_NO));
        };
    }

    private static Stream<CodeList.Value> codes(Field field) {
        return field.codes().stream().flatMap(list -> list.values().stream());
    }

    private static String column(Field field, CodeList.Value value) {
        return field.code() + "_" + value.code().replace('-', '_');
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Message title() {
        return Message.of("results.source-register", register.title());
    }

    @Override
    public List<Figures.PlacedRow> rows() {
        var size = log.size();
        var now = days.now();
        var today = Thailand.date(now);
        var last = read;
        if (last.logSize != size || !last.today.equals(today)) {
            last = new Read(size, today, read(now));
            if (!isWriting()) {
                read = last;
            }
        }
        return last.rows;
    }

    /// What a transaction has written may yet be undone.
    private static boolean isWriting() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    @Override
    public Optional<List<Figures.PlacedRow>> rows(Instant at) {
        return Optional.of(read(at));
    }

    private List<Figures.PlacedRow> read(Instant known) {
        var rows = new ArrayList<Figures.PlacedRow>();
        for (var counting : RegisterDays.until(known)) {
            entries.each(register, counting.day(), known, entry -> rows.add(row(entry, counting)));
        }
        return List.copyOf(rows);
    }

    private Figures.PlacedRow row(Entry entry, RegisterDays.Counting counting) {
        var values = new HashMap<String, Object>();
        values.put(BEGINS, counting.year().firstDay());
        values.put(PLACED, entry.place().isPresent());
        register.publicFields().forEach(field -> put(values, field, entry));
        return new Figures.PlacedRow(
                Row.of(entry.address() + "#" + counting.year(), values),
                days.place(entry.place().stream().toList()),
                entry.sample());
    }

    private static void put(Map<String, Object> values, Field field, Entry entry) {
        switch (entry.values().get(field.code())) {
            case null -> {}
            case List<?> some
            when field.type() == FieldType.CODES ->
                codes(field).forEach(value -> values.put(column(field, value), some.contains(value.code())));
            case Long number -> values.put(field.code(), BigDecimal.valueOf(number));
            case Integer year -> values.put(field.code(), BigDecimal.valueOf(year));
            case PlaceCode place -> values.put(field.code(), place.code());
            case Object value -> values.put(field.code(), value);
        }
    }

    /// Of many entries that were recorded at once, the log tells under the address of the register.
    @Override
    public Optional<Origin> origin(String id) {
        var address = id.substring(0, Math.max(0, id.indexOf('#')));
        return entries.find(address.substring(address.lastIndexOf('/') + 1)).map(entry -> {
            var own = log.newestAbout(address).isPresent() ? address : register.address();
            return new Origin(Localized.thai(entry.text(register.nameField()).orElse("")), address, own);
        });
    }
}
