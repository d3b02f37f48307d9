package org.phatthana.works;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.phatthana.values.Message;
import org.phatthana.values.Money;

/// What may be told of works, by what was told before.
final class Rules {

    private Rules() {}

    /// What stands against telling a fact, by the field of the form.
    ///
    /// @param day on which it is said to have happened
    static Map<String, Message> faults(Work work, Fact fact, LocalDate day, LocalDate today) {
        var faults = new LinkedHashMap<String, Message>();
        var step = Step.of(FactKind.of(fact));
        if (step.isPresent() && !work.next().contains(step.get())) {
            faults.put(
                    "form",
                    Message.of(
                            "works.fault.step",
                            Message.of("works.state." + work.state().code())));
            return faults;
        }
        if (day.isAfter(today)) {
            faults.put("day", Message.of("works.fault.future"));
        }
        var earliest = earliest(work, fact);
        if (day.isBefore(earliest)) {
            faults.put("day", Message.of("works.fault.before", earliest));
        }
        content(work, fact, day, faults);
        return faults;
    }

    /// The first day on which a fact can have happened.
    private static LocalDate earliest(Work work, Fact fact) {
        var opened = work.opening().day();
        return switch (fact) {
            case Fact.Contracted _ -> work.award().map(Told::day).orElse(opened);
            case Fact.Scheduled _, Fact.Inspected _, Fact.Paid _, Fact.Amended _ ->
                work.contract().map(Told::day).orElse(opened);
            case Fact.Progressed _ ->
                newest(
                        work.contract().map(Told::day).orElse(opened),
                        work.last(Fact.Progressed.class).map(Told::day));
            case Fact.HandedOver _ ->
                newest(
                        work.last(Fact.Progressed.class).map(Told::day).orElse(opened),
                        work.last(Fact.Inspected.class).map(Told::day));
            case Fact.DefectFound _, Fact.DefectMended _, Fact.Settled _ ->
                work.handOver().map(Told::day).orElse(opened);
            default -> opened;
        };
    }

    private static LocalDate newest(LocalDate one, Optional<LocalDate> other) {
        return other.filter(day -> day.isAfter(one)).orElse(one);
    }

    private static void content(Work work, Fact fact, LocalDate day, Map<String, Message> faults) {
        switch (fact) {
            case Fact.Offered offered -> offers(offered, faults);
            case Fact.Awarded awarded -> award(work, awarded, faults);
            case Fact.Contracted contracted -> {
                price(work.award().orElseThrow().fact().price(), "works.fault.above-award", contracted.price(), faults);
                if (contracted.begins().isBefore(day)) {
                    faults.put("begins", Message.of("works.fault.before", day));
                }
                if (!contracted.ends().isAfter(contracted.begins())) {
                    faults.put("ends", Message.of("works.fault.ends"));
                }
            }
            case Fact.Amended amended -> amendment(work, amended, faults);
            case Fact.Scheduled scheduled -> milestones(work, scheduled, faults);
            case Fact.Progressed progressed -> progress(work, progressed, faults);
            case Fact.Inspected inspected -> inspection(work, inspected, faults);
            case Fact.Paid paid -> payment(work, paid, faults);
            case Fact.HandedOver handedOver -> handOver(work, handedOver, day, faults);
            case Fact.DefectFound _ -> {
                var ends = work.handOver().orElseThrow().fact().warrantyEnds();
                if (day.isAfter(ends)) {
                    faults.put("day", Message.of("works.fault.after-warranty", ends));
                }
            }
            case Fact.DefectMended mended -> {
                if (work.openDefects().stream().noneMatch(defect -> defect.number() == mended.defect())) {
                    faults.put("defect", Message.of("works.fault.defect"));
                }
            }
            case Fact.Settled _ -> {
                if (work.paid().isZero()) {
                    faults.put("form", Message.of("works.fault.nothing-paid"));
                }
            }
            case Fact.Undone undone -> undone(work, undone, faults);
            case Fact.Opened _, Fact.Cancelled _, Fact.Owned _, Fact.Carried _ -> {
                // Nothing more is asked of them.
            }
        }
    }

    private static void offers(Fact.Offered offered, Map<String, Message> faults) {
        if (offered.bids().isEmpty()) {
            faults.put("bid-name-0", Message.of("works.fault.no-bids"));
        }
        var seen = new HashSet<String>();
        for (var i = 0; i < offered.bids().size(); i++) {
            if (!seen.add(offered.bids().get(i).bidder())) {
                faults.put("bid-name-" + i, Message.of("works.fault.bidder-twice"));
            }
        }
    }

    private static void award(Work work, Fact.Awarded awarded, Map<String, Message> faults) {
        var bid = work.bids().stream()
                .filter(each -> each.bidder().equals(awarded.supplier()))
                .findFirst();
        if (bid.isEmpty()) {
            faults.put("supplier", Message.of("works.fault.supplier"));
            return;
        }
        price(bid.get().price(), "works.fault.above-bid", awarded.price(), faults);
        price(work.amount(), "works.fault.above-amount", awarded.price(), faults);
    }

    private static void price(Money most, String fault, Money price, Map<String, Message> faults) {
        if (price.compareTo(most) > 0) {
            faults.putIfAbsent("price", Message.of(fault, most));
        }
    }

    private static void amendment(Work work, Fact.Amended amended, Map<String, Message> faults) {
        if (amended.price().compareTo(work.paid()) < 0) {
            faults.put("price", Message.of("works.fault.below-paid", work.paid()));
        }
        var begins = work.contract().orElseThrow().fact().begins();
        if (!amended.ends().isAfter(begins)) {
            faults.put("ends", Message.of("works.fault.ends"));
        }
        if (amended.price().equals(work.price().orElseThrow())
                && amended.ends().equals(work.ends().orElseThrow())) {
            faults.put("form", Message.of("works.fault.nothing-amended"));
        }
    }

    private static void milestones(Work work, Fact.Scheduled scheduled, Map<String, Message> faults) {
        var begins = work.contract().orElseThrow().fact().begins();
        var ends = work.ends().orElseThrow();
        var milestones = scheduled.milestones();
        for (var i = 0; i < milestones.size(); i++) {
            var day = milestones.get(i).day();
            if (!day.isAfter(begins) || day.isAfter(ends)) {
                faults.put("milestone-day-" + i, Message.of("works.fault.milestone-day", begins, ends));
            }
            if (milestones.get(i).weight().signum() <= 0) {
                faults.put("milestone-weight-" + i, Message.of("works.fault.weight"));
            }
        }
        var sum = milestones.stream().map(Milestone::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(Work.WHOLE) != 0) {
            faults.putIfAbsent("milestone-weight-0", Message.of("works.fault.weights", sum.toPlainString()));
        }
    }

    private static void progress(Work work, Fact.Progressed progressed, Map<String, Message> faults) {
        if (progressed.percent().signum() < 0 || progressed.percent().compareTo(Work.WHOLE) > 0) {
            faults.put("percent", Message.of("works.fault.percent"));
        } else if (progressed.percent().compareTo(work.physical()) < 0) {
            faults.put(
                    "percent", Message.of("works.fault.shrinks", work.physical().toPlainString()));
        }
    }

    private static void inspection(Work work, Fact.Inspected inspected, Map<String, Message> faults) {
        if (!inspected.accepted() && !inspected.amount().isZero()) {
            faults.put("amount", Message.of("works.fault.not-accepted"));
        }
        var price = work.price().orElseThrow();
        if (work.accepted().plus(inspected.amount()).compareTo(price) > 0) {
            faults.put("amount", Message.of("works.fault.accepted-above-price", price.minus(work.accepted())));
        }
    }

    private static void payment(Work work, Fact.Paid paid, Map<String, Message> faults) {
        if (paid.amount().isZero()) {
            faults.put("amount", Message.of("works.fault.nothing"));
            return;
        }
        var price = work.price().orElseThrow();
        var after = work.paid().plus(paid.amount());
        if (after.compareTo(price) > 0) {
            faults.put("amount", Message.of("works.fault.paid-above-price", price.minus(work.paid())));
        } else if (!paid.advance() && after.compareTo(payable(work)) > 0) {
            faults.put("amount", Message.of("works.fault.paid-above-accepted", payable(work), work.paid()));
        }
        if (work.payments().stream().anyMatch(each -> each.fact().voucher().equals(paid.voucher()))) {
            faults.put("voucher", Message.of("works.fault.voucher-twice"));
        }
    }

    /// What may have been paid in all: what was paid ahead is a part of what is accepted later.
    private static Money payable(Work work) {
        var ahead = Money.sum(work.payments().stream()
                .filter(each -> each.fact().advance())
                .map(each -> each.fact().amount())
                .toList());
        return work.accepted().compareTo(ahead) > 0 ? work.accepted() : ahead;
    }

    private static void handOver(Work work, Fact.HandedOver handedOver, LocalDate day, Map<String, Message> faults) {
        if (!work.isBuilt()) {
            faults.put(
                    "form", Message.of("works.fault.not-built", work.physical().toPlainString()));
        } else if (work.last(Fact.Inspected.class)
                .filter(last -> last.fact().accepted())
                .isEmpty()) {
            faults.put("form", Message.of("works.fault.not-inspected"));
        }
        if (handedOver.warrantyEnds().isBefore(day)) {
            faults.put("warranty", Message.of("works.fault.before", day));
        }
    }

    private static void undone(Work work, Fact.Undone undone, Map<String, Message> faults) {
        var wrong = work.valid().stream()
                .filter(each -> each.number() == undone.fact())
                .findFirst();
        if (wrong.isEmpty() || wrong.get().fact() instanceof Fact.Carried) {
            faults.put("fact", Message.of("works.fault.no-fact"));
            return;
        }
        if (!wrong.get().transactions().isEmpty() && undone.memo().isBlank()) {
            faults.put("memo", Message.of("works.fault.required"));
        }
        restingOn(work, undone.fact())
                .ifPresent(other -> faults.put(
                        "fact",
                        Message.of(
                                "works.fault.rests-on-it",
                                other.number(),
                                Message.of("works.fact." + other.kind().code()))));
    }

    /// The first fact that could not have been told without another one.
    private static Optional<Told<?>> restingOn(Work work, int number) {
        var others =
                work.valid().stream().filter(each -> each.number() != number).toList();
        if (number == work.opening().number()) {
            return others.stream()
                    .filter(each -> !(each.fact() instanceof Fact.Owned))
                    .findFirst();
        }
        var before = Work.of(work.id(), work.sample(), List.of(others.getFirst()));
        for (var other : others.subList(1, others.size())) {
            if (!faults(before, other.fact(), other.day(), LocalDate.MAX).isEmpty()) {
                return Optional.of(other);
            }
            before = before.with(other);
        }
        return Optional.empty();
    }
}
