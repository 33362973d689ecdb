package org.tiyanguan.recruitment;

import org.springframework.stereotype.Component;
import org.tiyanguan.core.CaseNumbers;

/** {@code ZM-2026-001}, {@code SQ-2026-000123}, {@code PS-2026-0012}, {@code YY-2026-0003}. */
@Component
public class RecruitmentNumbers {

    private final CaseNumbers numbers;

    RecruitmentNumbers(CaseNumbers numbers) {
        this.numbers = numbers;
    }

    String nextCall() {
        return numbers.next("ZM", 3);
    }

    String nextApplication() {
        return numbers.next("SQ", 6);
    }

    public String nextLetter() {
        return numbers.next("PS", 4);
    }

    String nextObjection() {
        return numbers.next("YY", 4);
    }
}
