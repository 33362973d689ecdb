package org.tiyanguan.gate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A request's body while it arrives: fails when it comes too slowly, and says once when it is there or given up. */
class ArrivingBody implements InputBuffer {

    /** The body came too slowly. */
    static class TooSlow extends IOException {}

    private final Request request;
    private final InputBuffer source;
    private final GateSettings settings;
    private final LongSupplier nanos;
    private final Runnable ended;
    private final long began;
    private long arrived;
    private boolean isEnded;
    private boolean isTooSlow;

    /** @param nanos a clock that only goes on, as {@link System#nanoTime} */
    ArrivingBody(Request request, GateSettings settings, LongSupplier nanos, Runnable ended) {
        this.request = request;
        this.source = request.getInputBuffer();
        this.settings = settings;
        this.nanos = nanos;
        this.ended = ended;
        this.began = nanos.getAsLong();
    }

    @Override
    public int doRead(ApplicationBufferHandler target) throws IOException {
        if (isTooSlow) throw new TooSlow();
        int read = source.doRead(target);
        if (read > 0) arrived += read;
        if (read < 0 || arrived == request.getContentLengthLong()) end();
        else if (settings.isTooSlow(arrived, Duration.ofNanos(nanos.getAsLong() - began))) {
            isTooSlow = true;
            throw new TooSlow();
        }
        return read;
    }

    @Override
    public int available() {
        return source.available();
    }

    boolean isTooSlow() {
        return isTooSlow;
    }

    boolean isThere() {
        return isEnded;
    }

    /** Reads, up to so many bytes, what nobody wanted; Tomcat would do so without looking at the clock. */
    void readToEnd(long most) throws IOException {
        Ignored ignored = new Ignored();
        while (!isEnded && arrived < most) doRead(ignored);
    }

    void end() {
        if (isEnded) return;
        isEnded = true;
        ended.run();
    }

    private static class Ignored implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }
}
