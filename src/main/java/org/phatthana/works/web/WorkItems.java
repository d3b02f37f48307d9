package org.phatthana.works.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;
import org.phatthana.works.Facts;
import org.phatthana.works.Forecast;
import org.phatthana.works.Told;
import org.phatthana.works.Work;

/// Works as programs read them.
final class WorkItems {

    private static final String CURRENCY = "THB";

    private WorkItems() {}

    record Items(List<WorkItem> items, @Nullable String next) {}

    /// @param line the line of the books that pays now
    /// @param amount what was set aside when they were opened
    /// @param price of the contract as it stands
    /// @param unpaid set aside or owed and not paid
    /// @param due the last day of the contract as it stands
    /// @param expected when they were or will be ready, by the earned schedule
    record WorkItem(
            String id,
            String project,
            String line,
            int year,
            Map<String, String> name,
            String department,
            List<String> amphoe,
            String state,
            String method,
            String egpNumber,
            String amount,
            @Nullable String medianPrice,
            @Nullable String supplier,
            @Nullable String contract,
            @Nullable String price,
            String paid,
            String unpaid,
            String currency,
            BigDecimal physicalPercent,
            @Nullable LocalDate due,
            @Nullable LocalDate expected,
            @Nullable Long lateDays,
            Instant changedAt,
            boolean sample,
            String href,
            String page) {}

    record WholeWork(WorkItem work, List<BidItem> bids, List<MilestoneItem> milestones, List<FactItem> facts) {}

    record BidItem(String bidder, String price, boolean chosen) {}

    record MilestoneItem(String name, BigDecimal weightPercent, LocalDate day) {}

    /// @param undoneBy the number of the fact that undid it; it does not count then
    /// @param content what it says, as the public log has it
    /// @param transactions the numbers of what the ledger entered for it
    record FactItem(
            int number,
            String kind,
            LocalDate day,
            Instant at,
            String capacity,
            @Nullable Integer undoneBy,
            Map<String, Object> content,
            List<String> transactions,
            List<String> files) {}

    static WorkItem item(Work work, LocalDate today) {
        var opened = work.opened();
        var forecast = work.forecast(today);
        return new WorkItem(
                work.id(),
                opened.project(),
                work.line(),
                work.year().buddhistEra(),
                work.name().sorted(),
                opened.department(),
                work.amphoe().stream().map(PlaceCode::code).toList(),
                work.state().code(),
                opened.method(),
                opened.egp(),
                work.amount().toPlainString(),
                money(work.median()),
                work.supplier().orElse(null),
                work.contract().map(contract -> contract.fact().number()).orElse(null),
                money(work.price()),
                work.paid().toPlainString(),
                work.unpaid().toPlainString(),
                CURRENCY,
                work.physical(),
                work.ends().orElse(null),
                forecast.map(Forecast::expected).orElse(null),
                forecast.map(Forecast::lateDays).orElse(null),
                work.changedAt(),
                work.sample(),
                "/api/v1/works/" + work.id(),
                work.address());
    }

    private static @Nullable String money(Optional<Money> money) {
        return money.map(Money::toPlainString).orElse(null);
    }

    static WholeWork whole(Work work, LocalDate today) {
        return new WholeWork(
                item(work, today),
                work.bids().stream()
                        .map(bid -> new BidItem(
                                bid.bidder(),
                                bid.price().toPlainString(),
                                work.supplier().filter(bid.bidder()::equals).isPresent()))
                        .toList(),
                work.milestones().stream()
                        .map(milestone -> new MilestoneItem(milestone.name(), milestone.weight(), milestone.day()))
                        .toList(),
                work.told().stream().map(told -> fact(work, told)).toList());
    }

    private static FactItem fact(Work work, Told<?> told) {
        return new FactItem(
                told.number(),
                told.kind().code(),
                told.day(),
                told.at(),
                told.capacity(),
                work.undoing(told.number()).map(Told::number).orElse(null),
                Facts.content(told.fact()),
                told.transactions().stream()
                        .map(number -> "/api/v1/ledger/transactions/" + number)
                        .toList(),
                told.files().stream().map(file -> "/api/v1/files/" + file).toList());
    }
}
