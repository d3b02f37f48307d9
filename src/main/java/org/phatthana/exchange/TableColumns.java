package org.phatthana.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.phatthana.values.Language;
import org.phatthana.values.Localized;
import org.phatthana.web.Texts;

/// The columns of the table that a kind of file holds, in the order in which we write them. Which column of a file
/// is which is seen from the words over it ([TableFiles]).
///
/// @param words what the keys of the columns' names begin with, dot included. The text of `<words><key>` lists,
///   with `|`
///   between them, what offices write over the column, first what we write ourselves; a name that begins with `~`
/// is
///   met wherever a heading contains it
/// @param others further columns, of which there may be any number, such as one for each month: the one that a
///   heading
///   means, or that is known by its key
public record TableColumns(String words, List<Column> columns, Function<String, Optional<Column>> others) {

    /// A file that is no such table.
    public static final TableColumns NONE = new TableColumns("", List.of());

    /// A column.
    ///
    /// @param key the field's name: a short English word, as notes, options and our CSV write it
    /// @param needed whether the file cannot be read without it
    /// @param names what offices write over it, as the texts have them, where no text says it
    public record Column(String key, boolean needed, Optional<Localized> names) {

        public Column(String key, boolean needed) {
            this(key, needed, Optional.empty());
        }
    }

    public TableColumns {
        columns = List.copyOf(columns);
    }

    /// Columns besides which there are no others.
    public TableColumns(String words, List<Column> columns) {
        this(words, columns, _ -> Optional.empty());
    }

    /// What offices write over a column, with `|` between them.
    public String names(String key, Language language, Texts texts) {
        return find(key)
                .flatMap(Column::names)
                .map(names -> names.in(language))
                .orElseGet(() -> texts.text(language, words + key));
    }

    public boolean isEmpty() {
        return columns.isEmpty();
    }

    public Optional<Column> find(String key) {
        return columns.stream()
                .filter(column -> column.key.equals(key))
                .findFirst()
                .or(() -> others.apply(key));
    }
}
