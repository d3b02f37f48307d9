package org.phatthana.plan.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.CellText;
import org.phatthana.plan.PlanOverview;
import org.phatthana.plan.PlanProject;
import org.phatthana.plan.ProjectContent;
import org.phatthana.plan.workbook.ReadProject;
import org.phatthana.values.Money;
import org.phatthana.web.Numbers;
import org.phatthana.web.Page;

/// Small phrases and measures of the plan's pages.
public final class PlanWords {

    private PlanWords() {}

    public static String oneLine(String text) {
        return CellText.oneLine(text);
    }

    /// A group's shortest name: its programme, else its tactic, its strategy, its sheet.
    public static String title(ReadProject.Group group) {
        for (var name : new String[] {group.programme(), group.tactic(), group.strategy()}) {
            if (!name.isEmpty()) {
                return name;
            }
        }
        return group.sheet();
    }

    /// The goals of a suggestion with how many projects each gets: `G8 × 12, G10 × 3`.
    public static String counts(Map<String, Integer> goals) {
        return goals.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(goal -> goal.getKey() + " × " + goal.getValue())
                .collect(Collectors.joining(", "));
    }

    /// Forms as offices call them: `ผ.02, ผ.03`.
    public static String forms(List<ProjectContent.Form> forms) {
        return forms.stream().map(ProjectContent.Form::thai).collect(Collectors.joining(", "));
    }

    /// A cell's place as offices name it: `sheet!E14`.
    public static String where(CellNote note) {
        return note.sheet() + (note.row() == 0 ? "" : "!" + note.column() + note.row());
    }

    /// The key of the name of a kind of remark.
    public static String kind(String messageKey) {
        return "plan.import.kind."
                + messageKey.substring(
                        messageKey.lastIndexOf("import.") < 0
                                ? messageKey.lastIndexOf('.') + 1
                                : messageKey.indexOf("import.") + 7);
    }

    /// The address of a page of odd cells.
    public static String cells(String base, String sheet, String kind, int page) {
        return base + "?sheet=" + encoded(sheet) + "&kind=" + encoded(kind) + "&cells=" + page + "#plan-cells";
    }

    public static String departmentAddress(PlanProject project) {
        return "/plan?department=" + encoded(project.department());
    }

    /// The largest yearly amount of a project.
    public static Money most(PlanOverview plan, PlanProject project) {
        return plan.years().stream()
                .map(project::amount)
                .max(Comparator.naturalOrder())
                .orElse(Money.ZERO);
    }

    /// The width of a bar of at most 100.
    public static String width(Money amount, Money most) {
        return Numbers.plain(Math.round(amount.shareOf(most) * 1000) / 10.0);
    }

    /// An amount with its sign: `+1,000`, `−1,000`, `0`.
    public static String signed(Page page, Money amount) {
        return amount.isNegative()
                ? "−" + page.baht(amount.negated())
                : (amount.isZero() ? "" : "+") + page.baht(amount);
    }

    /// A number with its sign.
    public static String signed(Page page, long number) {
        return number < 0 ? "−" + page.number(-number) : (number == 0 ? "" : "+") + page.number(number);
    }

    /// A share with its sign.
    public static String signedPercent(Page page, double share) {
        return (share < 0 ? "−" : share > 0 ? "+" : "") + page.percent(Math.abs(share));
    }

    /// Where a plan comes from: its workbook where it came from one.
    public static String source(Page page, PlanOverview plan) {
        if (plan.sample()) {
            return page.text("plan.source-sample");
        }
        return plan.fileName().isEmpty()
                ? page.text("plan.source-written", plan.name())
                : page.text("plan.source", plan.name(), plan.fileName());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
