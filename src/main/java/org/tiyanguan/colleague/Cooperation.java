package org.tiyanguan.colleague;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.engine.CaseTask;

/**
 * What colleagues did about a task, in the transaction in which it happens. Among whom it stays is {@code group}, the
 * task's; {@code to} is the account that it concerns, null for nobody; {@code note} may be empty. The acting person is
 * the current user.
 */
public record Cooperation(
        Kind kind, CaseTask task, String group, @Nullable String to, String note) {

    public enum Kind {
        CLAIM,
        LAY_BACK,
        HAND_OVER,
        DELEGATE,
        GIVE_BACK,
        TAKE_BACK,
        ASK_OPINION,
        GIVE_OPINION,
        DROP_OPINION,
        COPY;

        /** As histories keep them. */
        public static List<String> names() {
            return Stream.of(values()).map(Kind::name).toList();
        }
    }
}
