package org.phatthana.registers.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableColumns.Column;
import org.phatthana.registers.Field;
import org.phatthana.registers.GeometryKind;
import org.phatthana.registers.Register;
import org.phatthana.values.Localized;
import org.phatthana.web.Texts;

/// The columns of a register's files: its fields by their labels and aliases, and where and since when an entry is.
public final class IntakeColumns {

    /// What a form that is written of a register calls the position.
    public static final String MAP_POSITION = "map_position";

    static final String ID = "id";
    static final String PLACE = "place";
    static final String TAMBON = "tambon";
    static final String AMPHOE = "amphoe";
    static final String LAT = "lat";
    static final String LON = "lon";
    static final String POSITION = "position";
    static final String HOLDS_FROM = "holds_from";
    static final String ENDED = "ended";

    private static final String WORDS = "registers.file.column.";

    private IntakeColumns() {}

    static TableColumns of(Register register, Texts texts) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(ID, false));
        register.fields().forEach(field -> columns.add(column(register, field)));
        List.of(PLACE, TAMBON, AMPHOE).forEach(key -> columns.add(new Column(key, false)));
        if (register.geometry() == GeometryKind.POINT) {
            columns.add(position(register, texts, LAT, " latitude"));
            columns.add(position(register, texts, LON, " longitude"));
        }
        if (register.geometry() != GeometryKind.NONE) {
            columns.add(position(register, texts, POSITION, ""));
        }
        List.of(HOLDS_FROM, ENDED).forEach(key -> columns.add(new Column(key, false)));
        return new TableColumns(WORDS, columns);
    }

    /// A column of the position: besides its own names it has those that files of the register's form give it.
    ///
    /// @param part of the position, as such files write it behind its name
    private static Column position(Register register, Texts texts, String key, String part) {
        var names = new HashMap<String, String>();
        texts.languages()
                .forEach(language -> names.put(
                        language.code(),
                        Stream.concat(
                                        Stream.of(texts.text(language, WORDS + key)),
                                        Stream.concat(register.positionNames().stream(), Stream.of(MAP_POSITION))
                                                .map(name -> name.replace("|", " ") + part))
                                .collect(Collectors.joining("|"))));
        return new Column(key, false, Optional.of(new Localized(names)));
    }

    private static Column column(Register register, Field field) {
        var names = new Localized(field.label().texts().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        label -> Stream.concat(Stream.of(label.getValue()), field.aliases().stream())
                                .map(name -> name.replace("|", " "))
                                .collect(Collectors.joining("|")))));
        return new Column(field.code(), field.code().equals(register.nameField()), Optional.of(names));
    }
}
