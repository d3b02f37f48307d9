package org.phatthana.plan.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.phatthana.documents.Column;
import org.phatthana.documents.Form;
import org.phatthana.documents.Paper;
import org.phatthana.documents.Signer;
import org.phatthana.plan.Edition;
import org.phatthana.plan.workbook.Preamble;
import org.phatthana.values.Language;
import org.phatthana.values.PlaceCode;
import org.phatthana.web.Texts;

/// The words of forms. They are in Thai, as the law has the forms, whatever the reader's language is.
///
/// @param organization whose forms they are
/// @param places names the amphoe of a place
public record Wording(Texts texts, PackForms pack, String organization, Function<PlaceCode, String> places) {

    private static final int LONGEST_CELL = 30_000;

    String say(String key, Object... arguments) {
        return texts.text(Language.THAI, "plan.forms." + key, arguments);
    }

    public String title(String code) {
        return pack.titles().getOrDefault(code, say("title." + code));
    }

    /// A form with all that is around its table.
    ///
    /// @param code of the form of the law, `p02`
    /// @param mark its number, `ผ.02`
    Form form(String code, String mark, Occasion occasion, Paper paper, List<Column> columns, List<String> notes) {
        var plan = occasion.plan();
        var titles = new ArrayList<String>();
        titles.add(title(code));
        titles.add(plan.name());
        occasion.edition()
                .filter(edition -> edition.type() != Edition.Type.BASE)
                .ifPresent(edition -> titles.add(edition.title().thai()));
        titles.add(
                plan.at().map(day -> say("organization-at", organization, day)).orElse(organization));
        if (occasion.isDraft()) {
            titles.add(say("draft"));
        }
        var notesBelow = new ArrayList<>(notes);
        notesBelow.add(say("unit"));
        notesBelow.add(source(occasion));
        return Form.of(name(mark, occasion), Language.THAI, paper, titles, columns)
                .marked(occasion.isDraft() ? say("mark-draft", mark) : say("mark", mark))
                .footed(organization, occasion.logSize() == 0 ? "" : say("state", occasion.logSize() - 1))
                .noted(notesBelow)
                .signedBy(pack.signers().stream()
                        .map(sign -> new Signer(sign.name(), sign.position()))
                        .toArray(Signer[]::new))
                .sample(plan.sample());
    }

    /// The name of the file, in Thai.
    private String name(String mark, Occasion occasion) {
        var name = new StringBuilder(say("mark", mark.replace('/', '-')));
        name.append(' ').append(occasion.period());
        occasion.edition()
                .ifPresent(edition ->
                        name.append(' ').append(edition.title().thai().replace('/', '-')));
        occasion.plan().at().ifPresent(day -> name.append(' ').append(say("at", day)));
        if (occasion.isDraft()) {
            name.append(' ').append(say("draft"));
        }
        return name.toString();
    }

    private String source(Occasion occasion) {
        var plan = occasion.plan();
        if (plan.sample()) {
            return say("source-sample");
        }
        return plan.fileName().isEmpty()
                ? say("source", plan.name())
                : say("source-file", plan.name(), plan.fileName());
    }

    /// The lines above a section's table.
    List<String> above(String strategy, boolean issueFormat) {
        var lines = new ArrayList<>(pack.above(strategy));
        if (!strategy.isEmpty()) {
            lines.add(strategyLine(strategy, issueFormat));
        }
        return lines;
    }

    private static String strategyLine(String strategy, boolean issueFormat) {
        return Preamble.line(issueFormat ? Preamble.Kind.ISSUE : Preamble.Kind.STRATEGY, strategy);
    }

    static String tacticLine(String tactic) {
        return Preamble.line(Preamble.Kind.TACTIC, tactic);
    }

    static String programmeLine(String programme) {
        return Preamble.line(Preamble.Kind.PROGRAMME, programme);
    }

    /// What a cell can hold of a text.
    static String cut(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
    }
}
