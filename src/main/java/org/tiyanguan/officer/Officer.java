package org.tiyanguan.officer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An appointed officer with the newest of the terms ({@link Terms}). {@code letter} is the number of its letter of
 * appointment (聘书); the term's days are both included; phone, employer and unit may be null.
 */
public record Officer(
        long id,
        String account,
        String application,
        OfficerCategory category,
        String letter,
        LocalDate termFrom,
        LocalDate termUntil,
        @Nullable String phone,
        @Nullable String employer,
        @Nullable String unit) {}
