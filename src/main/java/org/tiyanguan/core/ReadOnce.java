package org.tiyanguan.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads what a step asks for again and again once in its transaction. Only who owns a table reads its rows by this, and
 * forgets what it writes; what is locked is read anew. Outside a transaction each call reads.
 */
@Component
public class ReadOnce {

    private record Key(Class<?> type, Object id) {}

    private final Readings readings;

    ReadOnce(Readings readings) {
        this.readings = readings;
    }

    /** That there is none is remembered, too. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Class<T> type, Object id, Supplier<Optional<T>> reader) {
        if (!inTransaction()) return reader.get();
        Map<Key, Optional<?>> known = readings.known();
        Optional<?> read = known.get(new Key(type, id));
        if (read == null) {
            read = reader.get();
            known.put(new Key(type, id), read);
        }
        return (Optional<T>) read;
    }

    public <T> T read(Class<T> type, Object id, Supplier<T> reader) {
        return find(type, id, () -> Optional.of(reader.get())).orElseThrow();
    }

    public void forget(Class<?> type, Object id) {
        if (inTransaction()) readings.known().remove(new Key(type, id));
    }

    /** All of the kind. */
    public void forget(Class<?> type) {
        if (inTransaction()) readings.known().keySet().removeIf(key -> key.type == type);
    }

    /** After another transaction may have changed anything. */
    public void forgetAll() {
        if (inTransaction()) readings.known().clear();
    }

    private static boolean inTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive();
    }

    /** What the running transaction read. */
    static class Readings {

        private final Map<Key, Optional<?>> known = new HashMap<>();

        Map<Key, Optional<?>> known() {
            return known;
        }
    }
}
