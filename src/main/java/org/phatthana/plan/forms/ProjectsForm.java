package org.phatthana.plan.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.phatthana.documents.Item;
import org.phatthana.documents.Paper;
import org.phatthana.plan.ProjectContent;

/// Forms ผ.02, ผ.02/1, ผ.02/2 and ผ.03: the projects of a plan. Those of equipment are one list, the others have a
/// section for each strategy and programme.
///
/// @param hasOrdinance whether it shows what ordinances gave beside the plan's money
/// @param groups the sections; they are told anew for each writing
public record ProjectsForm(
        Wording wording, Occasion occasion, ProjectContent.Form form, boolean hasOrdinance, List<Group> groups) {

    public ProjectsForm {
        groups = List.copyOf(groups);
    }

    public Described described() {
        var layout = Layout.of(wording, form, occasion, hasOrdinance, false);
        var paper = hasOrdinance ? Paper.A3_LANDSCAPE : Paper.A4_LANDSCAPE;
        var described = wording.form(form.code(), form.thai(), occasion, paper, layout.columns(), List.of());
        return new Described(described, out -> tell(layout, out));
    }

    private void tell(Layout layout, Consumer<Item> out) {
        var all = new Tally();
        if (form == ProjectContent.Form.P03) {
            out.accept(
                    Item.section(form.thai(), wording.above("", occasion.plan().issueFormat())));
            groups.forEach(group -> group.parts().forEach(part -> tell(layout, part, all, all, out)));
        } else {
            if (groups.isEmpty()) {
                out.accept(Item.section(form.thai(), List.of()));
            }
            for (var i = 0; i < groups.size(); i++) {
                tell(layout, i + 1, groups.get(i), all, out);
            }
        }
        var label = form == ProjectContent.Form.P03 ? "grand-total-items" : "grand-total-projects";
        out.accept(layout.sums(wording.say(label, all.projects()), all, Item.Weight.TOTAL));
    }

    private void tell(Layout layout, int place, Group group, Tally all, Consumer<Item> out) {
        out.accept(Sections.of(wording, occasion, place, group.strategy(), group.programme(), tactics(group)));
        var section = new Tally();
        for (var part : group.parts()) {
            if (group.parts().size() > 1) {
                Sections.bands(group.programme(), part.tactic(), out);
            }
            tell(layout, part, section, all, out);
        }
        out.accept(layout.sums(wording.say("sum-projects", section.projects()), section, Item.Weight.SUBTOTAL));
    }

    private static void tell(Layout layout, Group.Part part, Tally section, Tally all, Consumer<Item> out) {
        part.projects().tell(entry -> {
            section.add(entry);
            if (all != section) {
                all.add(entry);
            }
            out.accept(layout.row(section.projects(), entry));
        });
    }

    private static List<String> tactics(Group group) {
        return new ArrayList<>(group.parts().stream().map(Group.Part::tactic).toList());
    }
}
