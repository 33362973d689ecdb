package org.tiyanguan.officer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An officer's last term has ended; published in the transaction that ended it. */
public record TermEnded(
        String account, TermEnd as, LocalDate on, @Nullable String reason) {}
