package org.phatthana.budget.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Posting;
import org.phatthana.budget.Transaction;
import org.phatthana.proof.PublicAct;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.web.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Transactions as the public log tells them.
@Component
class Acts {

    private final Texts texts;
    private final JsonMapper json;

    Acts(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    PublicAct posted(long number, Transaction transaction, String capacity, boolean sample) {
        return new PublicAct(
                "budget.posted",
                "/budget/ledger/" + number,
                capacity,
                texts.everywhere(Message.of(
                        "budget.ledger.posted",
                        number,
                        Message.of("budget.ledger.kind." + transaction.kind().code()),
                        moved(transaction),
                        transaction.document().number())),
                told(number, transaction),
                sample);
    }

    /// What the log tells of a transaction.
    Map<String, Object> told(long number, Transaction transaction) {
        var content = content(transaction);
        content.put("number", number);
        return content;
    }

    /// What a posting asks for, in 64 letters: equal only where it is the same.
    String digest(Posting posting) {
        var asked = posting.transactions().stream().map(Acts::content).toList();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(json.writeValueAsString(asked).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How much a transaction moves: the sum of its debits.
    private static Money moved(Transaction transaction) {
        return Money.sum(transaction.entries().stream()
                .map(Entry::amount)
                .filter(amount -> !amount.isNegative())
                .toList());
    }

    private static Map<String, Object> content(Transaction transaction) {
        var content = new LinkedHashMap<String, Object>();
        content.put("kind", transaction.kind().code());
        content.put("day", transaction.day().toString());
        content.put("authority", transaction.authority());
        content.put("document", document(transaction.document()));
        content.put("reason", transaction.reason());
        transaction.reverses().ifPresent(number -> content.put("reverses", number));
        content.put("entries", transaction.entries().stream().map(Acts::entry).toList());
        return content;
    }

    private static Map<String, Object> document(DocumentReference document) {
        var content = new LinkedHashMap<String, Object>();
        content.put("kind", document.kind());
        content.put("number", document.number());
        document.date().map(LocalDate::toString).ifPresent(date -> content.put("date", date));
        if (!document.address().isEmpty()) {
            content.put("address", document.address());
        }
        return content;
    }

    private static Map<String, Object> entry(Entry entry) {
        var isCredit = entry.amount().isNegative();
        var amount = isCredit ? entry.amount().negated() : entry.amount();
        var content = new LinkedHashMap<String, Object>();
        content.put("account", entry.account().toString());
        content.put(isCredit ? "credit" : "debit", amount.toPlainString());
        return content;
    }
}
