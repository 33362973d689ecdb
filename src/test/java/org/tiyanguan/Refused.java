package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.core.NestedExceptionUtils;
import org.tiyanguan.core.Refusal;

/** What somebody tries is refused with a sentence, however deep in the engine it was said. */
public final class Refused {

    private Refused() {}

    public static AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable act) {
        Throwable thrown = NestedExceptionUtils.getMostSpecificCause(catchThrowable(act));
        return assertThat(thrown).isInstanceOf(Refusal.class);
    }
}
