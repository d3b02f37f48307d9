package org.phatthana.budget.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.phatthana.budget.AccountId;
import org.phatthana.budget.DocumentReference;
import org.phatthana.budget.Entry;
import org.phatthana.budget.Posting;
import org.phatthana.budget.Stage;
import org.phatthana.budget.Transaction;
import org.phatthana.budget.TransactionKind;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import tools.jackson.databind.JsonNode;

/// Reads transactions as programs send them, and remembers everything that is wrong with them.
final class PostingJson {

    /// What is wrong with a value.
    ///
    /// @param transaction which of the list, counted from 0
    /// @param entry which of its entries, counted from 0, where it is one's
    /// @param field its name
    record Fault(int transaction, OptionalInt entry, String field, Message message) {}

    private static final Set<String> FIELDS =
            Set.of("kind", "day", "authority", "document", "reason", "reverses", "entries");
    private static final Set<String> DOCUMENT_FIELDS = Set.of("kind", "number", "date", "address");
    private static final Set<String> ENTRY_FIELDS = Set.of("account", "debit", "credit");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,14}(\\.\\d{1,2})?");
    private static final Pattern ADDRESS = Pattern.compile("/[!-~]{0,499}");
    private static final int LONGEST_NAME = 100;
    private static final int MOST_FAULTS = 200;

    private final List<Fault> faults = new ArrayList<>();
    private int transaction;
    private OptionalInt entry = OptionalInt.empty();

    /// Reads an object, or a list of them.
    ///
    /// @return as many as there are; of use only without [#faults]
    List<Transaction> read(JsonNode sent) {
        var items = sent.isArray() ? List.copyOf(sent.values()) : List.of(sent);
        if (items.isEmpty() || items.size() > Posting.MOST_TRANSACTIONS) {
            fault("", "list", (long) Posting.MOST_TRANSACTIONS);
            return List.of();
        }
        var read = new ArrayList<Transaction>();
        for (transaction = 0; transaction < items.size() && faults.size() < MOST_FAULTS; transaction++) {
            var item = items.get(transaction);
            if (item.isObject()) {
                transaction(item).ifPresent(read::add);
            } else {
                fault("", "no-object");
            }
        }
        return read;
    }

    /// Everything that is wrong, in the order in which it stands.
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    private Optional<Transaction> transaction(JsonNode item) {
        var before = faults.size();
        unknown(item, FIELDS, "");
        var kind = kind(item.get("kind"));
        var day = date(item.get("day"), "day");
        if (day == null && faults.size() == before) {
            fault("day", "missing");
        }
        if (day != null && !isInAFiscalYear(day)) {
            fault("day", "day-range", (long) FiscalYear.FIRST, (long) FiscalYear.LAST);
        }
        var authority = text(item.get("authority"), "authority", LONGEST_NAME, true);
        var document = document(item.get("document"));
        var reason = text(item.get("reason"), "reason", Transaction.LONGEST_REASON, false);
        var reverses = reverses(item.get("reverses"));
        var entries = entries(item.get("entries"));
        return faults.size() > before || kind == null || day == null || document == null
                ? Optional.empty()
                : Optional.of(new Transaction(kind, day, authority, document, reason, reverses, entries));
    }

    private static boolean isInAFiscalYear(LocalDate day) {
        var year = day.getYear() + FiscalYear.OFFSET + (day.getMonthValue() >= 10 ? 1 : 0);
        return FiscalYear.isValid(year);
    }

    private @Nullable TransactionKind kind(@Nullable JsonNode sent) {
        var found = sent == null || !sent.isString()
                ? Optional.<TransactionKind>empty()
                : TransactionKind.find(sent.stringValue());
        if (found.isEmpty()) {
            fault(
                    "kind",
                    "kind",
                    Arrays.stream(TransactionKind.values())
                            .map(TransactionKind::code)
                            .collect(Collectors.joining(", ")));
        }
        return found.orElse(null);
    }

    private @Nullable DocumentReference document(@Nullable JsonNode sent) {
        if (sent == null || !sent.isObject()) {
            fault("document", "document");
            return null;
        }
        var before = faults.size();
        unknown(sent, DOCUMENT_FIELDS, "document.");
        var kind = text(sent.get("kind"), "document.kind", LONGEST_NAME, true);
        var number = text(sent.get("number"), "document.number", DocumentReference.LONGEST_NUMBER, true);
        var date = date(sent.get("date"), "document.date");
        var address = text(sent.get("address"), "document.address", LONGEST_NAME * 5, false);
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            fault("document.address", "address");
        }
        return faults.size() > before ? null : new DocumentReference(kind, number, Optional.ofNullable(date), address);
    }

    private OptionalLong reverses(@Nullable JsonNode sent) {
        if (sent == null || sent.isNull()) {
            return OptionalLong.empty();
        }
        if (!sent.isIntegralNumber() || !sent.canConvertToLong() || sent.longValue() < 1) {
            fault("reverses", "reverses");
            return OptionalLong.empty();
        }
        return OptionalLong.of(sent.longValue());
    }

    private List<Entry> entries(@Nullable JsonNode sent) {
        if (sent == null || sent.isNull()) {
            return List.of();
        }
        if (!sent.isArray()) {
            fault("entries", "entries");
            return List.of();
        }
        if (sent.size() > Transaction.MOST_ENTRIES) {
            faults.add(
                    new Fault(transaction, OptionalInt.empty(), "entries", Message.of("budget.ledger.too-many", (long)
                            Transaction.MOST_ENTRIES)));
            return List.of();
        }
        var entries = new ArrayList<Entry>(sent.size());
        for (var i = 0; i < sent.size() && faults.size() < MOST_FAULTS; i++) {
            entry = OptionalInt.of(i);
            entry(sent.get(i)).ifPresent(entries::add);
        }
        entry = OptionalInt.empty();
        return entries;
    }

    private Optional<Entry> entry(JsonNode sent) {
        if (!sent.isObject()) {
            fault("", "no-object");
            return Optional.empty();
        }
        var before = faults.size();
        unknown(sent, ENTRY_FIELDS, "");
        var named = sent.get("account");
        var account = named == null || !named.isString()
                ? Optional.<AccountId>empty()
                : AccountId.parse(named.stringValue()).filter(id -> isClean(id.line(), false));
        if (account.isEmpty()) {
            fault(
                    "account",
                    "account",
                    Arrays.stream(Stage.values()).map(Stage::code).collect(Collectors.joining(", ")));
        }
        var amount = amount(sent.get("debit"), sent.get("credit"));
        return faults.size() > before || amount == null ? Optional.empty() : account.map(id -> new Entry(id, amount));
    }

    private @Nullable Money amount(@Nullable JsonNode debit, @Nullable JsonNode credit) {
        var isDebit = debit != null && !debit.isNull();
        var isCredit = credit != null && !credit.isNull();
        var sent = isDebit ? debit : credit;
        if (isDebit == isCredit || sent == null) {
            fault("amount", "one-side");
            return null;
        }
        if (!sent.isString() || !AMOUNT.matcher(sent.stringValue()).matches()) {
            fault(isDebit ? "debit" : "credit", "amount");
            return null;
        }
        var money = Money.ofBaht(new BigDecimal(sent.stringValue()));
        if (money.isZero()) {
            fault(isDebit ? "debit" : "credit", "amount");
            return null;
        }
        return isDebit ? money : money.negated();
    }

    private @Nullable LocalDate date(@Nullable JsonNode sent, String field) {
        if (sent == null || sent.isNull()) {
            return null;
        }
        try {
            if (sent.isString() && sent.stringValue().length() == 10) {
                return LocalDate.parse(sent.stringValue());
            }
        } catch (DateTimeParseException _) {
            // Told below, as any other value that is no date.
        }
        fault(field, "date");
        return null;
    }

    private String text(@Nullable JsonNode sent, String field, int longest, boolean isNeeded) {
        if (sent == null || sent.isNull()) {
            if (isNeeded) {
                fault(field, "missing");
            }
            return "";
        }
        var text = sent.isString() ? sent.stringValue() : "";
        if (!sent.isString() || text.length() > longest || !isClean(text, !isNeeded)) {
            fault(field, "text", (long) longest);
            return "";
        }
        if (isNeeded && text.isBlank()) {
            fault(field, "missing");
        }
        return text;
    }

    /// Whether a text has neither control characters nor halves of characters, which nobody could read again.
    private static boolean isClean(String text, boolean mayHaveLines) {
        return text.codePoints()
                .allMatch(letter -> (mayHaveLines && letter == '\n')
                        || (!Character.isISOControl(letter)
                                && (letter > Character.MAX_VALUE || !Character.isSurrogate((char) letter))));
    }

    /// Names that are not ours are told: they may be a slip of the pen whose value would be lost.
    private void unknown(JsonNode sent, Set<String> known, String prefix) {
        for (var name : sent.propertyNames()) {
            if (!known.contains(name) && faults.size() < MOST_FAULTS) {
                fault(prefix + name, "unknown-field", known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    private void fault(String field, String key, Object... arguments) {
        faults.add(new Fault(transaction, entry, field, Message.of("budget.ledger.json." + key, arguments)));
    }
}
