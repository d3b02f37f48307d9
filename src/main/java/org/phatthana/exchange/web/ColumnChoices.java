package org.phatthana.exchange.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.ImportGuide;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableFiles;
import org.phatthana.exchange.TableHead;
import org.phatthana.web.Page;
import org.springframework.stereotype.Component;

/// What is said on a page of the columns of a file.
@Component
class ColumnChoices {

    /// What a form's names of columns begin with.
    static final String COLUMN = "column-";

    static String title(Page page, TableColumns columns, String field) {
        return columns.find(field)
                .flatMap(TableColumns.Column::names)
                .map(page::text)
                .orElseGet(() -> page.text(columns.words() + field))
                .split("\\|")[0]
                .strip();
    }

    /// The choice as the file is understood now.
    ColumnChoice of(Page page, ImportGuide guide, TriedFiles.Tried file, TableHead head) {
        var chosen = new TreeMap<Integer, String>();
        head.headings().stream()
                .filter(heading -> !heading.field().isEmpty())
                .forEach(heading -> chosen.put(heading.column(), heading.field()));
        return of(page, guide, head, chosen, "");
    }

    /// The choice as a form says it.
    ///
    /// @param problem what is wrong with it
    ColumnChoice of(Page page, ImportGuide guide, TableHead head, Map<Integer, String> chosen, String problem) {
        var fields = new LinkedHashMap<String, String>();
        guide.columns()
                .columns()
                .forEach(column -> fields.put(column.key(), title(page, guide.columns(), column.key())));
        head.headings().stream()
                .flatMap(heading -> guide.columns().others().apply(heading.label()).stream())
                .forEach(column -> fields.put(column.key(), title(page, guide.columns(), column.key())));
        var missing = guide.columns().columns().stream()
                .filter(column -> column.needed() && !chosen.containsValue(column.key()))
                .map(column -> title(page, guide.columns(), column.key()))
                .toList();
        return new ColumnChoice(head, fields, chosen, missing, problem);
    }

    /// The fields that a form gives to columns.
    static Map<Integer, String> chosen(Map<String, String> form, TableHead head) {
        var chosen = new TreeMap<Integer, String>();
        for (var heading : head.headings()) {
            var field = form.getOrDefault(COLUMN + heading.column(), "");
            if (!field.isEmpty()) {
                chosen.put(heading.column(), field);
            }
        }
        return chosen;
    }

    /// The options of a file of whose columns something is said.
    ///
    /// @param options those that it has
    /// @param row the row that is said to head the table; empty where it is found
    static Map<String, String> options(
            Map<String, String> options,
            TableColumns columns,
            TableHead head,
            Map<Integer, String> chosen,
            String row) {
        var said = new HashMap<String, String>();
        options.forEach((name, value) -> {
            if (!name.startsWith(TableFiles.COLUMN) && !name.equals(TableFiles.HEADING)) {
                said.put(name, value);
            }
        });
        if (!row.isEmpty()) {
            said.put(TableFiles.HEADING, row);
        }
        Stream.concat(
                        columns.columns().stream(),
                        head.headings().stream().flatMap(heading -> columns.others().apply(heading.label()).stream()))
                .forEach(column -> said.put(TableFiles.COLUMN + column.key(), "-"));
        for (var heading : head.headings()) {
            var field = chosen.get(heading.column());
            if (field != null) {
                said.put(
                        TableFiles.COLUMN + field,
                        CellText.oneLine(heading.label()).isEmpty() ? "@" + heading.letter() : heading.label());
            }
        }
        return said;
    }
}
