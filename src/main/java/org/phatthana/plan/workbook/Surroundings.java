package org.phatthana.plan.workbook;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.phatthana.exchange.CellText;
import org.phatthana.exchange.SheetRow;
import org.phatthana.plan.EditionName;
import org.phatthana.plan.ProjectContent;

/// What the lines around tables, and cells that stand for those below them, say of the projects that follow.
final class Surroundings {

    private static final Pattern FORM = Pattern.compile("ผ\\s*\\.?\\s*0?([23])(?:\\s*/\\s*([12]))?(?!\\d)");

    private final String sheet;
    private final boolean isFlat;
    private final Map<Field, String> carried = new EnumMap<>(Field.class);
    private String title = "";
    private String strategy = "";
    private String tactic = "";
    private String programme = "";
    private boolean hasIssues;
    private ProjectContent.Form form;
    private Optional<EditionName> edition = Optional.empty();

    /// @param isFlat whether an empty cell is empty, since there are no merged ones that reach down to it
    Surroundings(String sheet, boolean isFlat) {
        this.sheet = sheet;
        this.isFlat = isFlat;
        this.form = formIn(sheet).orElse(ProjectContent.Form.P02);
    }

    /// Takes a line in.
    ///
    /// @return whether another group of projects begins with it
    boolean take(Preamble line) {
        switch (line.kind()) {
            case TITLE -> {
                title = title.isEmpty() ? line.text() : title;
                form(line);
            }
            case STRATEGY, ISSUE -> {
                hasIssues |= line.kind() == Preamble.Kind.ISSUE;
                strategy = line.text();
                tactic = "";
                programme = "";
            }
            case TACTIC -> {
                tactic = line.text();
                programme = "";
            }
            case PROGRAMME -> programme = line.text();
            case FORM -> form(line);
            case ALIGNMENT -> {}
        }
        return switch (line.kind()) {
            case STRATEGY, ISSUE, TACTIC, PROGRAMME -> true;
            case TITLE, FORM, ALIGNMENT -> false;
        };
    }

    private void form(Preamble line) {
        form = formIn(line.text()).orElse(form);
        edition = edition.or(() -> EditionName.in(line.text()));
    }

    static Optional<ProjectContent.Form> formIn(String text) {
        var found = FORM.matcher(CellText.latinDigits(text));
        return found.find()
                ? Optional.of(
                        found.group(1).equals("3")
                                ? ProjectContent.Form.P03
                                : found.group(2) == null
                                        ? ProjectContent.Form.P02
                                        : found.group(2).equals("1")
                                                ? ProjectContent.Form.P02_1
                                                : ProjectContent.Form.P02_2)
                : Optional.empty();
    }

    /// The form on which a row stands.
    ProjectContent.Form form(SheetRow row, Heading table) {
        return table.isOfEquipment()
                ? ProjectContent.Form.P03
                : formIn(table.text(row, Field.FORM)).orElse(form);
    }

    /// Where a row's project stands in the plan.
    ReadProject.Group group(SheetRow row, Heading table) {
        var ownStrategy = numbered(row, table, Field.STRATEGY_NUMBER, Field.STRATEGY);
        var ownTactic = numbered(row, table, Field.TACTIC_NUMBER, Field.TACTIC);
        var ownProgramme = CellText.oneLine(table.text(row, Field.PROGRAMME));
        var saysAll = isFlat && !(ownStrategy + ownTactic + ownProgramme).isEmpty();
        strategy = own(ownStrategy, strategy, saysAll && table.has(Field.STRATEGY));
        tactic = own(ownTactic, tactic, saysAll && table.has(Field.TACTIC));
        programme = own(ownProgramme, programme, saysAll && table.has(Field.PROGRAMME));
        var isBare = strategy.isEmpty() && tactic.isEmpty() && programme.isEmpty();
        return new ReadProject.Group(strategy, tactic, programme, isBare ? sheet : "");
    }

    private static String own(String own, String before, boolean isWhole) {
        return own.isEmpty() && !isWhole ? before : own;
    }

    private static String numbered(SheetRow row, Heading table, Field number, Field field) {
        var name = CellText.oneLine(table.text(row, field));
        var digits = name.isEmpty() ? "" : table.text(row, number).replaceFirst("\\.$", "");
        return digits.isEmpty() ? name : digits + ". " + name;
    }

    /// A cell's text; of equipment, that of the merged cell that reaches down to it.
    String reachingDown(Field field, String own) {
        if (!own.isEmpty()) {
            carried.put(field, own);
        }
        return isFlat ? own : carried.getOrDefault(field, "");
    }

    String title() {
        return title;
    }

    boolean hasIssues() {
        return hasIssues;
    }

    Optional<EditionName> edition() {
        return edition;
    }
}
