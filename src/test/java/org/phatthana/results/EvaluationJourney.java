package org.phatthana.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Office;
import org.phatthana.testing.Reader;
import org.phatthana.testing.Visit;

/// The evaluation of a year from the empty forms to the public report: the committee scores, a planner hands in,
/// the committee votes, the executive receives, and everyone reads it.
class EvaluationJourney extends Journey {

    private static final String MEMBER = "วิชัย ประเมินผล";
    private static final String REMARK = "ควรระบุพื้นที่ของโครงการให้ครบ";

    @Test
    void theCommitteesScoresBecomeAPublicReport() throws IOException {
        assumeTrue(server().isOwn(), "accounts are made on our own server");
        var administrator = visit(Reader.DESK_TH);
        Office.administrator(administrator, server());
        var planner = visit(Reader.DESK_TH, Visit.With.DARK_COLOURS);
        Office.join(administrator, planner, "มาลี วางแผน", "malee", "planner");
        var member = visit(Reader.PHONE_TH);
        Office.join(administrator, member, MEMBER, "wichai", "partner");
        var executive = visit(Reader.DESK_EN);
        Office.join(administrator, executive, "นายก รับรายงาน", "thana", "executive");
        seat(administrator);

        var work = open(planner);
        member.open("/desk");
        assertThat(member.page().textContent("main")).contains("ให้คะแนนตามแบบประเมิน");
        member.photograph("desk");
        member.checkAccessibility();
        fill(member, work, "strategy", 0.8);
        refusal(member, work);
        fill(member, work, "projects", 0.75);
        handIn(planner, work);
        member.open(work);
        member.photograph("to-vote");
        member.checkAccessibility();
        decide(member);
        executive.open(work);
        executive.photograph("to-receive");
        executive.checkAccessibility();
        decide(executive);

        var report = work.replace("/work", "");
        for (var reader : new Reader[] {Reader.PHONE_TH, Reader.DESK_EN}) {
            var citizen = visit(reader);
            citizen.open("/plan/evaluations");
            citizen.photograph("reports");
            citizen.checkAccessibility();
            citizen.open(report);
            assertThat(citizen.page().textContent("main")).contains("80", "75", REMARK);
            assertThat(citizen.page().textContent("main")).doesNotContain(MEMBER);
            citizen.photograph("report");
            citizen.checkAccessibility();
        }
    }

    private static void seat(Visit administrator) {
        administrator.open("/bodies");
        var page = administrator.page();
        var body = "evaluation-committee";
        page.click("#" + body + " details > summary");
        page.selectOption(
                "#" + body + "-account",
                page.locator("#" + body + "-account option:has-text('" + MEMBER + "')")
                        .getAttribute("value"));
        page.selectOption("#" + body + "-office", "chair");
        page.click("#" + body + " details form button[type=submit]");
    }

    private static String open(Visit planner) {
        planner.open("/plan/evaluations");
        planner.photograph("begin");
        planner.checkAccessibility();
        planner.page().click("form[action$='/plan/evaluations'] button");
        planner.page().waitForURL("**/plan/evaluations/*/work");
        planner.photograph("work");
        planner.checkAccessibility();
        var url = planner.page().url();
        return url.substring(url.indexOf("/plan/evaluations"));
    }

    /// Gives every criterion the same share of its points.
    private static void fill(Visit member, String work, String form, double share) {
        member.open(work.replace("/work", "/forms/" + form));
        member.photograph("form-" + form);
        member.checkAccessibility();
        var page = member.page();
        for (var field : page.locator("input[id^=points-]").all()) {
            field.fill(String.valueOf(share * obtainable(field)));
        }
        page.fill("[id='remark-1']", REMARK);
        page.click("#form button[type=submit]");
        page.waitForURL("**saved=true");
        member.photograph("form-" + form + "-saved");
        member.checkAccessibility();
    }

    private static double obtainable(Locator field) {
        var label = field.locator("xpath=../label").textContent();
        return Double.parseDouble(label.replaceAll("\\D", ""));
    }

    private static void refusal(Visit member, String work) {
        member.open(work);
        member.expectComplaint("status of 422");
        member.page().click("form[action$='/send'] button");
        assertThat(member.page().textContent(".error-summary")).contains("ยังไม่ให้คะแนนข้อ 1, 2, 3, 4, 5.1");
        member.photograph("incomplete");
        member.checkAccessibility();
        member.open(work.replace("/work", "/forms/projects"));
        member.page().fill("[id='points-5.3']", "6");
        member.expectComplaint("status of 422");
        member.page().click("#form button[type=submit]");
        assertThat(member.page().textContent(".error-summary")).contains("0 ถึง 5");
        member.photograph("form-refused");
        member.checkAccessibility();
    }

    private static void handIn(Visit planner, String work) {
        planner.open(work.replace("/work", "/forms/projects"));
        assertThat(planner.page().textContent("main")).contains(MEMBER, "75");
        planner.photograph("form-projects");
        planner.checkAccessibility();
        planner.open(work);
        planner.page().click("form[action$='/send'] button");
        planner.page().waitForLoadState();
        assertThat(planner.page().textContent("main")).contains("อยู่ระหว่างการพิจารณา");
    }

    private static void decide(Visit visit) {
        visit.page().click("#approval-panel button[name=kind][value=approve]");
        visit.page().waitForLoadState();
        var close = visit.page().locator("#approval-panel button[name=kind][value=close-vote]");
        if (close.count() > 0) {
            close.first().click();
        }
    }
}
