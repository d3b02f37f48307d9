package org.phatthana.registers.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.phatthana.exchange.CellNote;
import org.phatthana.values.Localized;
import org.phatthana.values.Message;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts the choices of one question under those of another, as `choice_filter` says.
final class CascadeDrawing {

    private final ArrayNode lists;
    private final Codes listCodes;
    private final Map<String, String> columnOfList = new HashMap<>();
    private final Map<String, String> listOfColumn = new HashMap<>();
    private final Set<String> columns = new HashSet<>();
    private final List<CellNote> notes = new ArrayList<>();

    /// The usual filter of choices: `amphoe = ${amphoe}`.
    ///
    /// @param column of the choices
    /// @param question whose answer stands in it
    record Filter(String column, String question) {

        static Optional<Filter> of(Expression expression) {
            return switch (expression) {
                case Expression.Two(var sign, Expression.Column(var column), Expression.Answer(var question))
                when sign.equals("=") -> Optional.of(new Filter(column, question));
                case Expression.Two(var sign, Expression.Answer(var question), Expression.Column(var column))
                when sign.equals("=") -> Optional.of(new Filter(column, question));
                case Expression.Call(var function, var arguments)
                when function.equals("selected")
                        && arguments.size() == 2
                        && arguments.getFirst() instanceof Expression.Answer(var question)
                        && arguments.getLast() instanceof Expression.Column(var column) ->
                    Optional.of(new Filter(column, question));
                default -> Optional.empty();
            };
        }
    }

    /// @param lists of the register, to which it adds
    CascadeDrawing(ArrayNode lists, Codes listCodes) {
        this.lists = lists;
        this.listCodes = listCodes;
    }

    /// @param above the question under whose choices they stand
    /// @param label of that question
    void draw(
            ObjectNode field, List<ChoiceLists.Choice> choices, String column, Relevant.Asked above, Localized label) {
        field.put("under", above.code());
        columns.add(column);
        var list = list(field.path("codes").asString(), column);
        field.put("codes", list.path("code").asString());
        var under = new HashMap<String, String>();
        for (var choice : choices) {
            var found = above.choice(choice.row().line(column));
            found.ifPresent(code -> under.put(choice.code(), code));
            if (found.isEmpty()) {
                notes.add(choice.row().note(column, Message.of("registers.xlsform.left.under", choice.label(), label)));
            }
        }
        list.path("values")
                .forEach(value -> Optional.ofNullable(
                                under.get(value.path("code").asString()))
                        .ifPresent(code -> ((ObjectNode) value).put("under", code)));
    }

    /// The list with its choices under those that a column names; a list that stands under others already is
    /// written a second time.
    private ObjectNode list(String code, String column) {
        var known = columnOfList.putIfAbsent(code, column);
        if (known == null || known.equals(column)) {
            return find(code);
        }
        var other = listOfColumn.computeIfAbsent(code + " " + column, name -> {
            var copy = find(code).deepCopy().put("code", listCodes.next(name, false));
            copy.path("values").forEach(value -> ((ObjectNode) value).remove("under"));
            lists.add(copy);
            return copy.path("code").asString();
        });
        return find(other);
    }

    private ObjectNode find(String code) {
        return lists.values().stream()
                .filter(list -> list.path("code").asString().equals(code))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /// The columns of choices that are used.
    Set<String> columns() {
        return columns;
    }

    List<CellNote> notes() {
        return notes;
    }
}
