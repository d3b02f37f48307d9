package org.phatthana.exchange.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.phatthana.exchange.SheetCell;
import org.phatthana.exchange.TableColumns;
import org.phatthana.exchange.TableFiles;
import org.phatthana.exchange.TableHead.How;

/// Which column of a heading is which field.
public final class Assignment {

    private final TableColumns columns;
    private final ColumnNames names;
    private final Map<String, String> options;
    private final Map<String, String> remembered;

    /// @param options of the file
    /// @param remembered what was said of an earlier file with the same headings; empty for nothing
    public Assignment(
            TableColumns columns, ColumnNames names, Map<String, String> options, Map<String, String> remembered) {
        this.columns = columns;
        this.names = names;
        this.options = options;
        this.remembered = remembered;
    }

    private record Given(String field, How how) {}

    /// A column that may be a field's.
    private record Candidate(int at, int rank) {}

    /// What came of it.
    ///
    /// @param given by column
    /// @param twice headings that mean the same field equally well, by the field; none of them has it
    public record Assigned(Map<Integer, Given> given, Map<String, List<String>> twice) {

        public String field(int column) {
            var one = given.get(column);
            return one == null ? "" : one.field;
        }

        public How how(int column) {
            var one = given.get(column);
            return one == null ? How.UNKNOWN : one.how;
        }
    }

    /// Gives each field at most one column and each column at most one field.
    ///
    /// @param places the columns, counted from 0, each with its label and the parts of its heading
    public Assigned of(List<Integer> places, List<String> labels, List<List<String>> parts) {
        var given = new HashMap<Integer, Given>();
        var settled = new ArrayList<String>();
        for (var field : fields()) {
            var label = options.getOrDefault(TableFiles.COLUMN + field, "").strip();
            if (!label.isEmpty()) {
                settle(field, label, How.STATED, places, labels, given);
                settled.add(field);
            }
        }
        for (var field : fields()) {
            if (remembered.containsKey(field) && !settled.contains(field)) {
                settle(field, remembered.getOrDefault(field, ""), How.REMEMBERED, places, labels, given);
            }
        }
        if (!remembered.isEmpty()) {
            // Of these headings everything was said: what has no field is meant to have none.
            places.forEach(place -> given.putIfAbsent(place, new Given("", How.REMEMBERED)));
            return new Assigned(given, Map.of());
        }
        return new Assigned(given, byMeaning(places, labels, parts, given, settled));
    }

    /// The fields that are listed, and others of which something was said.
    private Set<String> fields() {
        var fields = new LinkedHashSet<String>();
        columns.columns().forEach(column -> fields.add(column.key()));
        Stream.concat(
                        options.keySet().stream()
                                .filter(option -> option.startsWith(TableFiles.COLUMN))
                                .map(option -> option.substring(TableFiles.COLUMN.length())),
                        remembered.keySet().stream())
                .filter(field -> columns.find(field).isPresent())
                .sorted()
                .forEach(fields::add);
        return fields;
    }

    private static void settle(
            String field, String label, How how, List<Integer> places, List<String> labels, Map<Integer, Given> given) {
        var place = place(label, places, labels);
        if (place != null) {
            given.putIfAbsent(place, new Given(field, how));
        }
    }

    private Map<String, List<String>> byMeaning(
            List<Integer> places,
            List<String> labels,
            List<List<String>> parts,
            Map<Integer, Given> given,
            List<String> settled) {
        var twice = new LinkedHashMap<String, List<String>>();
        for (var sureness : ColumnNames.Sureness.values()) {
            var found = new LinkedHashMap<String, List<Candidate>>();
            for (var i = 0; i < places.size(); i++) {
                var at = i;
                names.meaning(parts.get(i))
                        .filter(meaning -> meaning.sureness() == sureness)
                        .filter(meaning -> !given.containsKey(places.get(at)) && !settled.contains(meaning.field()))
                        .ifPresent(meaning -> found.computeIfAbsent(meaning.field(), _ -> new ArrayList<>())
                                .add(new Candidate(at, meaning.rank())));
            }
            found.forEach((field, candidates) -> {
                settled.add(field);
                var best = candidates.stream().mapToInt(Candidate::rank).min().orElse(0);
                var which = candidates.stream()
                        .filter(candidate -> candidate.rank == best)
                        .toList();
                if (which.size() == 1) {
                    given.put(places.get(which.getFirst().at), new Given(field, How.MEANING));
                } else {
                    twice.put(
                            field,
                            which.stream()
                                    .map(candidate -> labels.get(candidate.at))
                                    .toList());
                }
            });
        }
        return twice;
    }

    private static @Nullable Integer place(String label, List<Integer> places, List<String> labels) {
        var wanted = ColumnNames.bare(label);
        for (var i = 0; i < places.size(); i++) {
            if (label.equals("@" + SheetCell.letter(places.get(i)))
                    || ColumnNames.bare(labels.get(i)).equals(wanted)) {
                return wanted.isEmpty() && !label.startsWith("@") ? null : places.get(i);
            }
        }
        return null;
    }
}
