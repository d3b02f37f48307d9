package org.phatthana.plan.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.phatthana.documents.Item;
import org.phatthana.documents.Mark;
import org.phatthana.documents.Paper;
import org.phatthana.documents.Run;
import org.phatthana.plan.Edition;
import org.phatthana.plan.ProjectContent;

/// What an edition decides: new projects with why they are needed; of changed and corrected ones the old row above
/// the new one, with what differs struck through and bold; dropped ones struck through.
///
/// @param decided in the order of the headings
public record AmendmentForm(Wording wording, Occasion occasion, ProjectContent.Form form, List<Decided> decided) {

    /// What becomes of a project.
    ///
    /// @param before as it stood; empty for a new one
    /// @param textKnown whether the words are the edition's own; else only that it touched the project is known
    /// @param mergedInto the name of the project that it becomes a part of
    /// @param splitFrom the name of the project that it was a part of
    public record Decided(
            Edition.Act act,
            Optional<Entry> before,
            Entry after,
            boolean textKnown,
            Optional<String> mergedInto,
            Optional<String> splitFrom) {}

    public AmendmentForm {
        decided = List.copyOf(decided);
    }

    public Described described() {
        var layout = Layout.of(wording, form, occasion, false, true);
        var notes = decided.stream().anyMatch(one -> one.before().isPresent())
                ? List.of(wording.say("amendment-note"))
                : List.<String>of();
        var described = wording.form(form.code(), form.thai(), occasion, Paper.A4_LANDSCAPE, layout.columns(), notes);
        return new Described(described, out -> tell(layout, out));
    }

    private void tell(Layout layout, Consumer<Item> out) {
        var all = new Tally();
        if (form == ProjectContent.Form.P03) {
            out.accept(
                    Item.section(form.thai(), wording.above("", occasion.plan().issueFormat())));
            decided.forEach(one -> tell(layout, one, all, all, out));
        } else {
            var groups = Group.by(
                    decided,
                    one -> one.after().strategy(),
                    one -> one.after().tactic(),
                    one -> one.after().programme());
            for (var i = 0; i < groups.size(); i++) {
                tell(layout, i + 1, groups.get(i), all, out);
            }
        }
        out.accept(layout.sums(wording.say("grand-total-items", all.projects()), all, Item.Weight.TOTAL));
    }

    private void tell(Layout layout, int place, Group.Of<Decided> group, Tally all, Consumer<Item> out) {
        var tactics = List.copyOf(group.tactics().keySet());
        out.accept(Sections.of(wording, occasion, place, group.strategy(), group.programme(), tactics));
        var section = new Tally();
        group.tactics().forEach((tactic, part) -> {
            if (tactics.size() > 1) {
                Sections.bands(group.programme(), tactic, out);
            }
            part.forEach(one -> tell(layout, one, section, all, out));
        });
        out.accept(layout.sums(wording.say("sum-items", section.projects()), section, Item.Weight.SUBTOTAL));
    }

    private void tell(Layout layout, Decided one, Tally section, Tally all, Consumer<Item> out) {
        var counted = one.act() == Edition.Act.DROP ? one.after().without() : one.after();
        section.add(counted);
        if (all != section) {
            all.add(counted);
        }
        var number = Long.toString(section.projects());
        var reason = reason(one).toArray(Run[]::new);
        if (one.act() == Edition.Act.DROP) {
            out.accept(layout.row(number, one.before().orElse(one.after()), Mark.STRUCK, reason));
        } else if (one.before().isPresent() && one.textKnown()) {
            out.accept(layout.changed(
                    wording.say("row-old", number),
                    one.before().get(),
                    wording.say("row-new", number),
                    one.after(),
                    reason));
        } else {
            out.accept(layout.row(number, one.after(), Mark.PLAIN, reason));
        }
    }

    private List<Run> reason(Decided one) {
        var runs = new ArrayList<Run>();
        if (one.act() == Edition.Act.DROP) {
            line(
                    runs,
                    one.mergedInto()
                            .map(name -> wording.say("merged-into", name))
                            .orElseGet(() -> wording.say("dropped")));
        }
        one.splitFrom().ifPresent(name -> line(runs, wording.say("split-from", name)));
        if (!one.textKnown()) {
            line(runs, wording.say("text-unknown"));
        }
        one.before()
                .filter(before -> moved(before, one.after()))
                .ifPresent(before -> line(runs, wording.say("moved-from", String.join(" / ", heading(before)))));
        if (!one.after().reason().isEmpty()) {
            runs.add(Run.plain(Wording.cut(one.after().reason())));
        }
        return runs;
    }

    private static void line(List<Run> runs, String text) {
        runs.add(Run.bold(text + "\n"));
    }

    private static boolean moved(Entry before, Entry after) {
        return !heading(before).equals(heading(after));
    }

    private static List<String> heading(Entry entry) {
        return List.of(entry.strategy(), entry.tactic(), entry.programme()).stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
