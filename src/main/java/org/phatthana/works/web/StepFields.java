package org.phatthana.works.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.phatthana.values.Money;
import org.phatthana.web.Page;
import org.phatthana.works.Fact;
import org.phatthana.works.FactWords;
import org.phatthana.works.Step;
import org.phatthana.works.Told;
import org.phatthana.works.Work;
import org.phatthana.works.WorksPack;
import org.phatthana.works.web.Field.Option;
import org.springframework.stereotype.Component;

/// The fields of the form of each step, and the fact that was typed into them.
@Component
class StepFields {

    private final WorksPack pack;

    StepFields(WorksPack pack) {
        this.pack = pack;
    }

    /// The fields of opening works.
    ///
    /// @param lines of the books that can pay
    List<Field> opening(Page page, List<Option> lines) {
        return List.of(
                Field.choice("line", lines),
                Field.required("name", Field.Type.TEXT),
                Field.required("amount", Field.Type.MONEY),
                Field.choice("method", methods(page)),
                Field.optional("median", Field.Type.MONEY),
                Field.required("request", Field.Type.TEXT),
                Field.optional("egp", Field.Type.TEXT),
                Field.required("day", Field.Type.DAY),
                Field.choice("approver", approvers(page)));
    }

    List<Option> methods(Page page) {
        return pack.methods().stream()
                .map(method -> new Option(method.id(), page.text(method.name())))
                .toList();
    }

    List<Option> approvers(Page page) {
        return pack.approvers().stream()
                .map(approver -> new Option(approver.id(), page.text(approver.name())))
                .toList();
    }

    /// The fields of a step.
    List<Field> of(Step step, Work work, Page page) {
        var fields = new ArrayList<>(own(step, work, page));
        if (step != Step.OWNER) {
            fields.add(Field.required("day", Field.Type.DAY));
        }
        if (step.movesMoney() || step == Step.CORRECTION) {
            fields.add(Field.choice("approver", approvers(page)));
        }
        if (takesPhotographs(step)) {
            fields.add(Field.optional("photographs", Field.Type.PHOTOGRAPHS));
        }
        if (takesPapers(step)) {
            fields.add(Field.optional("papers", Field.Type.DOCUMENTS));
        }
        return fields;
    }

    /// The fields that no other step has, and those that mean something of its own there.
    private static List<Field> own(Step step, Work work, Page page) {
        return switch (step) {
            case OFFERS -> List.of(Field.required("bids", Field.Type.BIDS));
            case AWARD ->
                List.of(
                        Field.choice("supplier", suppliers(work, page)),
                        Field.required("price", Field.Type.MONEY),
                        Field.required("reason", Field.Type.LONG));
            case CONTRACT ->
                List.of(
                        Field.required("number", Field.Type.TEXT),
                        Field.required("price", Field.Type.MONEY),
                        Field.required("begins", Field.Type.DAY),
                        Field.required("ends", Field.Type.DAY));
            case AMENDMENT ->
                List.of(
                        Field.required("number", Field.Type.TEXT),
                        Field.required("price", Field.Type.MONEY),
                        Field.required("ends", Field.Type.DAY),
                        Field.required("reason", Field.Type.LONG));
            case SCHEDULE -> List.of(Field.required("milestones", Field.Type.MILESTONES));
            case PROGRESS ->
                List.of(Field.required("percent", Field.Type.PERCENT), Field.optional("note", Field.Type.LONG));
            case INSPECTION ->
                List.of(
                        Field.optional("accepted", Field.Type.CHECK),
                        Field.optional("amount", Field.Type.MONEY),
                        Field.optional("note", Field.Type.LONG));
            case PAYMENT ->
                List.of(
                        Field.required("voucher", Field.Type.TEXT),
                        Field.required("amount", Field.Type.MONEY),
                        Field.optional("advance", Field.Type.CHECK));
            case HAND_OVER ->
                List.of(Field.required("receiver", Field.Type.TEXT), Field.required("warranty", Field.Type.DAY));
            case DEFECT -> List.of(Field.required("what", Field.Type.LONG));
            case MENDING -> List.of(Field.choice("defect", defects(work)), Field.required("how", Field.Type.LONG));
            case SETTLEMENT -> List.of(Field.required("memo", Field.Type.TEXT));
            case CANCELLATION ->
                List.of(Field.required("memo", Field.Type.TEXT), Field.required("reason", Field.Type.LONG));
            case OWNER -> List.<Field>of();
            case CORRECTION ->
                List.of(
                        Field.choice("fact", facts(work, page)),
                        Field.required("reason", Field.Type.LONG),
                        Field.optional("memo", Field.Type.TEXT));
        };
    }

    private static boolean takesPhotographs(Step step) {
        return switch (step) {
            case PROGRESS, INSPECTION, HAND_OVER, DEFECT, MENDING -> true;
            default -> false;
        };
    }

    private static boolean takesPapers(Step step) {
        return switch (step) {
            case OFFERS, AWARD, CONTRACT, AMENDMENT, INSPECTION, PAYMENT, HAND_OVER, CANCELLATION -> true;
            default -> false;
        };
    }

    private static List<Option> suppliers(Work work, Page page) {
        return work.bids().stream()
                .map(bid -> new Option(bid.bidder(), page.text("works.bid", bid.bidder(), bid.price())))
                .toList();
    }

    private static List<Option> defects(Work work) {
        return work.openDefects().stream()
                .map(defect -> new Option(
                        Integer.toString(defect.number()), defect.fact().what()))
                .toList();
    }

    /// The facts that may be undone, the newest first.
    private static List<Option> facts(Work work, Page page) {
        return work.valid().reversed().stream()
                .filter(told -> !(told.fact() instanceof Fact.Carried))
                .map(told -> new Option(
                        Integer.toString(told.number()),
                        page.text("works.fact-of", told.number(), FactWords.title(told), told.day())))
                .toList();
    }

    /// The fact that was typed into the form of a step.
    Fact read(Step step, Work work, Typed typed, Page page) {
        return switch (step) {
            case OFFERS -> new Fact.Offered(typed.bids());
            case AWARD ->
                new Fact.Awarded(
                        typed.choice("supplier", suppliers(work, page)),
                        typed.money("price"),
                        typed.lines("reason", true));
            case CONTRACT ->
                new Fact.Contracted(
                        typed.text("number", true), typed.money("price"), typed.day("begins"), typed.day("ends"));
            case AMENDMENT ->
                new Fact.Amended(
                        typed.text("number", true),
                        typed.money("price"),
                        typed.day("ends"),
                        typed.lines("reason", true));
            case SCHEDULE -> new Fact.Scheduled(typed.milestones());
            case PROGRESS -> new Fact.Progressed(typed.percent("percent"), typed.lines("note", false));
            case INSPECTION ->
                new Fact.Inspected(
                        typed.isChecked("accepted"),
                        typed.optionalMoney("amount").orElse(Money.ZERO),
                        typed.lines("note", false));
            case PAYMENT ->
                new Fact.Paid(typed.text("voucher", true), typed.money("amount"), typed.isChecked("advance"));
            case HAND_OVER -> new Fact.HandedOver(typed.text("receiver", true), typed.day("warranty"));
            case DEFECT -> new Fact.DefectFound(typed.lines("what", true));
            case MENDING ->
                new Fact.DefectMended(number(typed.choice("defect", defects(work))), typed.lines("how", true));
            case SETTLEMENT -> new Fact.Settled(typed.text("memo", true));
            case CANCELLATION -> new Fact.Cancelled(typed.text("memo", true), typed.lines("reason", true));
            case OWNER -> new Fact.Owned();
            case CORRECTION ->
                new Fact.Undone(
                        number(typed.choice("fact", facts(work, page))),
                        typed.text("memo", false),
                        typed.lines("reason", true));
        };
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /// Who allowed that money moves; empty where none does.
    ///
    /// @param undone what a correction undoes
    String approver(Step step, Optional<Told<?>> undone, Typed typed, Page page) {
        var moves = step.movesMoney()
                || undone.filter(told -> !told.transactions().isEmpty()).isPresent();
        return moves ? typed.choice("approver", approvers(page)) : "";
    }
}
