package org.phatthana.budget.books;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.phatthana.testing.SignedIn.location;

import java.util.UUID;
import org.phatthana.budget.Balances;
import org.phatthana.budget.Ledger;
import org.phatthana.people.Acting;
import org.phatthana.testing.SignedIn;
import org.phatthana.values.FiscalYear;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Books of a year without an ordinance, with a typed line, as an officer's browser makes them.
public record OneLine(SignedIn signedIn, Ledger ledger, Acting officer, FiscalYear year) {

    /// Opens the books, unless an earlier test did, and a line of its own.
    ///
    /// @return the id of the line
    public String open(String amount) {
        signedIn.post("/budget/" + year + "/books", officer, "how", "empty");
        return line("งบลงทุน", "ก่อสร้าง " + UUID.randomUUID(), amount);
    }

    /// Opens a line.
    public String line(String type, String task, String amount) {
        var answer = signedIn.post(
                "/budget/" + year + "/lines",
                officer,
                "key",
                UUID.randomUUID().toString(),
                "from",
                "appropriated",
                "programme",
                "อุตสาหกรรมและการโยธา",
                "task",
                task,
                "type",
                type,
                "fundSource",
                "ordinance",
                "amount",
                amount,
                "number",
                "ข้อบัญญัติ " + year,
                "day",
                year.firstDay().toString());
        assertThat(answer).hasStatus(303);
        return id(answer);
    }

    /// The line to which an answer leads.
    public static String id(MvcTestResult answer) {
        return requireNonNull(location(answer))
                .replaceFirst("^.*/budget/lines/", "")
                .replaceFirst("\\?.*$", "");
    }

    /// Enters a move of a line's money.
    public MvcTestResult move(String line, String kind, String from, String amount) {
        return move(line, kind, from, amount, UUID.randomUUID().toString());
    }

    public MvcTestResult move(String line, String kind, String from, String amount, String key) {
        return signedIn.post(
                "/budget/lines/" + line + "/enter",
                officer,
                "kind",
                kind,
                "from",
                from,
                "amount",
                amount,
                "day",
                year.firstDay().plusMonths(1).toString(),
                "authority",
                "executive",
                "document",
                document(kind),
                "number",
                "พล 51001/" + kind,
                "key",
                key);
    }

    private static String document(String kind) {
        return switch (kind) {
            case "commitment" -> "contract";
            case "disbursement" -> "voucher";
            case "refund" -> "receipt";
            default -> "memo";
        };
    }

    public Balances balances(String line) {
        return ledger.balances(line);
    }
}
