package org.phatthana.works;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.phatthana.values.FiscalYear;
import org.phatthana.values.Localized;
import org.phatthana.values.Money;
import org.phatthana.values.PlaceCode;

/// Something that happened to works. It is told once and never changed; what was told wrongly is undone by another
/// fact that names it.
public sealed interface Fact {

    /// Works were opened on a project of the plan, and their money was set aside (กันวงเงิน).
    ///
    /// @param project the public id of the plan's project
    /// @param goal the goal that the project served then
    /// @param line the public id of the line of the books that pays
    /// @param amount what is set aside: the most that may be spent (วงเงินงบประมาณ)
    /// @param method the id of a procurement method of the pack
    /// @param median the median price (ราคากลาง); empty so long as it is not set
    /// @param request the number of the purchase request (รายงานขอซื้อขอจ้าง)
    /// @param egp the project's number in e-GP; may be empty
    record Opened(
            String project,
            String goal,
            String line,
            FiscalYear year,
            Localized name,
            String department,
            List<PlaceCode> places,
            Money amount,
            String method,
            Optional<Money> median,
            String request,
            String egp)
            implements Fact {

        public Opened {
            places = List.copyOf(places);
        }
    }

    /// Who offered what (ผู้เสนอราคา). A later one takes the place of an earlier one.
    record Offered(List<Bid> bids) implements Fact {

        public Offered {
            bids = List.copyOf(bids);
        }
    }

    /// Somebody was chosen (ผู้ได้รับคัดเลือก).
    ///
    /// @param price what was agreed, not more than their offer
    record Awarded(String supplier, Money price, String reason) implements Fact {}

    /// The contract was signed on the fact's day: its price is owed, and what was set aside beyond it is free
    /// again.
    ///
    /// @param begins the first day of the works
    /// @param ends the day by which they are to be ready
    record Contracted(String number, Money price, LocalDate begins, LocalDate ends) implements Fact {}

    /// The contract was changed.
    record Amended(String number, Money price, LocalDate ends, String reason) implements Fact {}

    /// The works were divided into parts with their days. A later one takes the place of an earlier one.
    record Scheduled(List<Milestone> milestones) implements Fact {

        public Scheduled {
            milestones = List.copyOf(milestones);
        }
    }

    /// So much of the works stood there on the fact's day.
    ///
    /// @param percent 0 to 100 with at most two decimals
    record Progressed(BigDecimal percent, String note) implements Fact {}

    /// The committee inspected the works (ตรวจรับพัสดุ).
    ///
    /// @param accepted whether it accepted what it saw
    /// @param amount what may be paid for it; nothing where it was not accepted
    record Inspected(boolean accepted, Money amount, String note) implements Fact {}

    /// Money was paid.
    ///
    /// @param voucher the number of the payment voucher (ฎีกา)
    /// @param advance whether it was paid ahead of any works (เงินล่วงหน้า)
    record Paid(String voucher, Money amount, boolean advance) implements Fact {}

    /// The works were handed over to those who use them.
    ///
    /// @param receiver who looks after them now
    /// @param warrantyEnds the last day on which the supplier mends defects
    record HandedOver(String receiver, LocalDate warrantyEnds) implements Fact {}

    /// A defect was found within the warranty.
    record DefectFound(String what) implements Fact {}

    /// A defect was mended.
    ///
    /// @param defect the number of the fact that told of it
    record DefectMended(int defect, String how) implements Fact {}

    /// Everything is paid; what is still owed on paper becomes free again.
    record Settled(String memo) implements Fact {}

    /// The works are given up; what was set aside or is owed becomes free again.
    record Cancelled(String memo, String reason) implements Fact {}

    /// Whoever told it looks after the works from now on.
    record Owned() implements Fact {}

    /// What is owed was carried over into another year's line.
    ///
    /// @param line the public id of the line that pays from now on
    record Carried(String line, FiscalYear year) implements Fact {}

    /// Another fact was told wrongly: it does not count, and its money went back.
    ///
    /// @param fact its number
    /// @param memo the number of the document that says so; empty where no money had moved
    record Undone(int fact, String memo, String reason) implements Fact {}
}
