package org.phatthana.works.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.phatthana.exchange.CellNote;
import org.phatthana.exchange.FieldRow;
import org.phatthana.values.Language;
import org.phatthana.values.Message;
import org.phatthana.values.Money;
import org.phatthana.web.Texts;
import org.phatthana.works.Bid;
import org.phatthana.works.Fact;
import org.phatthana.works.Recording;
import org.phatthana.works.TellingOutcome;
import org.phatthana.works.Work;
import org.phatthana.works.WorkState;

/// Tells of works what a row says and was not told yet: who was chosen, and what was signed.
final class Telling {

    private final Recording recording;
    private final Texts texts;
    private final String capacity;
    private final String approver;
    private final UUID account;
    private final List<CellNote> notes = new ArrayList<>();
    private long told;

    Telling(Recording recording, Texts texts, String capacity, String approver, UUID account) {
        this.recording = recording;
        this.texts = texts;
        this.capacity = capacity;
        this.approver = approver;
        this.account = account;
    }

    /// Tells what can be told.
    ///
    /// @return what stands against it, if anything does; then nothing of the file may stay
    Optional<List<CellNote>> tell(Work work, ContractRow row) {
        if (row.supplier().isEmpty() || row.price().isEmpty()) {
            return Optional.empty();
        }
        if (row.isCancelled()) {
            notes.add(row.row().note(ContractColumns.STATUS, Message.of("works.contracts.cancelled", row.name())));
            return Optional.empty();
        }
        var price = row.price().get();
        var day = row.signed().orElse(work.opening().day());
        if (work.state() == WorkState.PROCURING) {
            var faults = chosen(work, row, price, day);
            if (faults.isPresent()) {
                return faults;
            }
        }
        var waits = work.state() == WorkState.PROCURING || work.state() == WorkState.AWARDED;
        if (!waits || row.contract().isEmpty() || isOtherwise(work, row)) {
            return Optional.empty();
        }
        if (row.signed().isEmpty() || row.ends().isEmpty()) {
            notes.add(row.row()
                    .note(
                            row.signed().isEmpty() ? ContractColumns.SIGNED : ContractColumns.ENDS,
                            Message.of("works.contracts.days-missing", row.contract())));
            return Optional.empty();
        }
        var contracted = new Fact.Contracted(
                row.contract(), price, row.begins().orElse(day), row.ends().get());
        return tell(work, row.row(), "contract", day, approver, contracted);
    }

    /// Whether somebody else was chosen than the row says, which is for people to settle.
    private static boolean isOtherwise(Work work, ContractRow row) {
        return work.award()
                .filter(award -> !isCalled(award.fact().supplier(), row))
                .isPresent();
    }

    private static boolean isCalled(String name, ContractRow row) {
        return Comparison.bare(name).equals(Comparison.bare(row.supplier()));
    }

    private Optional<List<CellNote>> chosen(Work work, ContractRow row, Money price, LocalDate day) {
        var bidder = work.bids().stream()
                .map(Bid::bidder)
                .filter(name -> isCalled(name, row))
                .findFirst();
        if (bidder.isEmpty() && !work.bids().isEmpty()) {
            return Optional.of(List.of(row.row()
                    .note(ContractColumns.SUPPLIER, Message.of("works.contracts.other-bidders", row.supplier()))));
        }
        if (bidder.isEmpty()) {
            var bids = List.of(new Bid(row.supplier(), price));
            var faults = tell(work, row.row(), "offers", day, "", new Fact.Offered(bids));
            if (faults.isPresent()) {
                return faults;
            }
        }
        var reason = texts.text(Language.THAI, "works.contracts.reason");
        return tell(work, row.row(), "award", day, "", new Fact.Awarded(bidder.orElse(row.supplier()), price, reason));
    }

    private Optional<List<CellNote>> tell(
            Work work, FieldRow row, String step, LocalDate day, String allowed, Fact fact) {
        var key = "egp/" + step + "/" + work.told().size();
        var telling = new org.phatthana.works.Telling(key, account, capacity, day, allowed, fact, List.of());
        if (recording.tell(work.id(), telling) instanceof TellingOutcome.Refused(var faults)) {
            return Optional.of(faults.entrySet().stream()
                    .map(fault -> row.note(field(fault.getKey()), fault.getValue()))
                    .toList());
        }
        told++;
        return Optional.empty();
    }

    /// The column that a form's field is in the list.
    private static String field(String field) {
        return switch (field) {
            case "day" -> ContractColumns.SIGNED;
            case "price" -> ContractColumns.PRICE;
            case "supplier" -> ContractColumns.SUPPLIER;
            case "begins" -> ContractColumns.BEGINS;
            case "ends" -> ContractColumns.ENDS;
            default -> ContractColumns.NAME;
        };
    }

    /// How many facts were told.
    long told() {
        return told;
    }

    List<CellNote> notes() {
        return notes;
    }
}
