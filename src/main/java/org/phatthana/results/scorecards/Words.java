package org.phatthana.results.scorecards;

import org.phatthana.results.indicators.Indicator;
import org.phatthana.web.Page;

/// Figures with their units, as people write them.
public final class Words {

    /// The unit of shares, which both languages write as a sign behind the number.
    private static final String PERCENT = "ร้อยละ";

    private Words() {}

    public static boolean isPercent(Indicator indicator) {
        return indicator.unit().thai().equals(PERCENT);
    }

    /// `54.4%`, `22.4 baht per person`.
    public static String figure(Page page, Indicator indicator, double value) {
        var number = page.numbers().decimal(value);
        return isPercent(indicator) ? number + "%" : number + " " + page.text(indicator.unit());
    }

    /// A difference of two figures: of shares it is so many points.
    public static String difference(Page page, Indicator indicator, double value) {
        var number = page.numbers().decimal(value);
        return isPercent(indicator) ? page.text("results.points", number) : number + " " + page.text(indicator.unit());
    }
}
