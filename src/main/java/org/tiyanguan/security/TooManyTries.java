package org.tiyanguan.security;

import org.springframework.http.HttpStatus;
import org.tiyanguan.core.Refusal;

/** Somebody tried out secrets too fast, and may go on after a while. */
public class TooManyTries extends Refusal {

    private final long seconds;
    private final boolean first;

    /** @param first whether nobody was refused before since the last try that counted */
    TooManyTries(String sentence, long seconds, boolean first) {
        super(null, sentence);
        this.seconds = seconds;
        this.first = first;
    }

    /** Returns how long one has to wait. */
    public long seconds() {
        return seconds;
    }

    public boolean isFirst() {
        return first;
    }

    @Override
    public int status() {
        return HttpStatus.TOO_MANY_REQUESTS.value();
    }
}
