package org.tiyanguan.core;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;

/**
 * Acts once on what may arrive twice: a page that is sent again, a request that a system repeats. The rule is the same
 * for all of them. The act writes a key that the database takes only once, in one transaction with all else that it
 * does; whoever comes second with that key gets what the first one led to.
 */
public final class Once {

    private Once() {}

    /**
     * @param act ends its own transaction, so that nothing of it stays when the key is taken
     * @param first what the first one led to; if it is empty, another key than the one that was meant is taken
     */
    public static <T> T act(Supplier<T> act, Supplier<Optional<T>> first) {
        try {
            return act.get();
        } catch (DuplicateKeyException taken) {
            return first.get().orElseThrow(() -> taken);
        }
    }
}
