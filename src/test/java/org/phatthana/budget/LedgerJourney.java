package org.phatthana.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.phatthana.testing.Journey;
import org.phatthana.testing.Reader;

/// The way of an auditor: from the journal to a transaction, to an account, to what it had at some moment.
class LedgerJourney extends Journey {

    @ParameterizedTest
    @EnumSource(Reader.class)
    void anyBalanceIsFollowedToItsEntriesAndDocuments(Reader reader) {
        var visit = visit(reader);
        var page = visit.open("/budget/ledger");
        assertThat(page.textContent("h1")).contains(visit.says("สมุดรายวัน", "Journal"));
        visit.photograph("ledger-journal");
        visit.checkAccessibility();
        page.click("main tbody tr:first-child td:first-child a");
        page.waitForURL("**/budget/ledger/*");
        assertThat(page.textContent("main")).contains(visit.says("เอกสารอ้างอิง", "Rests on"));
        visit.photograph("ledger-transaction");
        visit.checkAccessibility();
        page.click("main tbody tr:first-child td:first-child a");
        page.waitForURL("**/budget/accounts/*");
        visit.photograph("ledger-account");
        visit.checkAccessibility();
        page.fill("#at", "2020-01-01T08:30");
        page.click("main form button[type=submit]");
        page.waitForURL("**at=2020-01-01*");
        assertThat(page.textContent("main")).contains(visit.says("ยังไม่มีรายการบัญชี", "There was no entry"));
        visit.expectComplaint("400");
        visit.open("/budget/ledger?until=yesterday");
        assertThat(page.textContent(".error-summary")).contains("2026-09-30");
    }
}
