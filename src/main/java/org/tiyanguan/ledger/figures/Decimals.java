package org.tiyanguan.ledger.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares, averages and days as text; a dash for none. */
final class Decimals {

    private static final String NONE = "—";

    private Decimals() {}

    static String percent(@Nullable Double share) {
        return share == null ? NONE : rounded(share * 100, 1) + "%";
    }

    static String days(@Nullable Double days) {
        return days == null ? NONE : rounded(days, 1);
    }

    static String stars(@Nullable Double average) {
        return average == null ? NONE : rounded(average, 2);
    }

    private static String rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
