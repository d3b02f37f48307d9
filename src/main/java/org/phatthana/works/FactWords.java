package org.phatthana.works;

import org.phatthana.values.Message;

/// Facts in words for readers.
public final class FactWords {

    private FactWords() {}

    /// What a fact is, in a few words: "Contract signed".
    public static Message title(Told<?> told) {
        return Message.of("works.fact." + told.kind().code());
    }

    /// What a fact says.
    public static Message said(Told<?> told) {
        return switch (told.fact()) {
            case Fact.Opened opened -> Message.of("works.said.opened", opened.amount(), opened.request());
            case Fact.Offered offered ->
                Message.of("works.said.offered", offered.bids().size());
            case Fact.Awarded awarded ->
                Message.of("works.said.awarded", awarded.supplier(), awarded.price(), awarded.reason());
            case Fact.Contracted contracted ->
                Message.of(
                        "works.said.contracted",
                        contracted.number(),
                        contracted.price(),
                        contracted.begins(),
                        contracted.ends());
            case Fact.Amended amended ->
                Message.of("works.said.amended", amended.number(), amended.price(), amended.ends(), amended.reason());
            case Fact.Scheduled scheduled ->
                Message.of("works.said.scheduled", scheduled.milestones().size());
            case Fact.Progressed progressed ->
                Message.of("works.said.progressed", progressed.percent().toPlainString(), progressed.note());
            case Fact.Inspected inspected ->
                Message.of(
                        inspected.accepted() ? "works.said.accepted" : "works.said.not-accepted",
                        inspected.amount(),
                        inspected.note());
            case Fact.Paid paid ->
                Message.of(paid.advance() ? "works.said.paid-ahead" : "works.said.paid", paid.amount(), paid.voucher());
            case Fact.HandedOver handedOver ->
                Message.of("works.said.handed-over", handedOver.receiver(), handedOver.warrantyEnds());
            case Fact.DefectFound found -> Message.of("works.said.text", found.what());
            case Fact.DefectMended mended -> Message.of("works.said.mended", mended.defect(), mended.how());
            case Fact.Settled settled -> Message.of("works.said.memo", settled.memo());
            case Fact.Cancelled cancelled -> Message.of("works.said.cancelled", cancelled.reason(), cancelled.memo());
            case Fact.Owned _ -> Message.of("works.said.owned");
            case Fact.Carried carried -> Message.of("works.said.carried", carried.year());
            case Fact.Undone undone -> Message.of("works.said.undone", undone.fact(), undone.reason());
        };
    }
}
