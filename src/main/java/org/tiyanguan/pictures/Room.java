package org.tiyanguan.pictures;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/**
 * The memory that files and unfolded pictures may take at one time. Who comes first gets it first; who would wait too
 * long, or behind too many, is told to come back. Nobody waits for it while they hold a connection to the database:
 * twenty would hold all of them.
 */
@Component
public class Room {

    private static final int MEGABYTE = 1 << 20;

    /** In megabytes: the largest picture alone, or two of the usual ones. A quarter of a small machine's heap. */
    static final int MEGABYTES = 128;

    private static final int LONGEST_QUEUE = 40;

    private final Semaphore free = new Semaphore(MEGABYTES, true);
    private final Texts texts;
    private final Duration patience;

    @Autowired
    Room(Texts texts) {
        this(texts, Duration.ofSeconds(20));
    }

    Room(Texts texts, Duration patience) {
        this.texts = texts;
        this.patience = patience;
    }

    /** What is held until it is closed. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws Crowded if there is none in time */
    public Held hold(long bytes) {
        int megabytes = (int) Math.min(MEGABYTES, bytes / MEGABYTE + 1);
        try {
            if (free.getQueueLength() >= LONGEST_QUEUE
                    || !free.tryAcquire(megabytes, patience.toMillis(), TimeUnit.MILLISECONDS)) throw crowded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw crowded();
        }
        return () -> free.release(megabytes);
    }

    private Crowded crowded() {
        return new Crowded(texts.of("evidence.crowded"));
    }
}
