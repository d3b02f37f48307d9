package org.phatthana.plan.forms;

import java.util.List;
import java.util.function.Consumer;
import org.phatthana.documents.Item;

/// How a section of a form begins: what it is aligned to, its strategy, tactic and programme. Where it has several
/// tactics, each stands in the table above its projects, and the programme below it again.
final class Sections {

    private Sections() {}

    static Item of(
            Wording wording, Occasion occasion, int place, String strategy, String programme, List<String> tactics) {
        var lines = wording.above(strategy, occasion.plan().issueFormat());
        if (tactics.size() == 1) {
            if (!tactics.getFirst().isEmpty()) {
                lines.add(Wording.tacticLine(tactics.getFirst()));
            }
            if (!programme.isEmpty()) {
                lines.add(Wording.programmeLine(programme));
            }
        }
        var name = programme.isEmpty() ? strategy : programme;
        return Item.section(place + " " + name, lines);
    }

    static void bands(String programme, String tactic, Consumer<Item> out) {
        if (!tactic.isEmpty()) {
            out.accept(Item.band(2, Wording.tacticLine(tactic)));
        }
        if (!programme.isEmpty()) {
            out.accept(Item.band(3, Wording.programmeLine(programme)));
        }
    }
}
