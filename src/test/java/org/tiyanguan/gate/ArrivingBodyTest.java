package org.tiyanguan.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** How slowly a body may come; the time is the test's. */
class ArrivingBodyTest {

    private static final GateSettings SETTINGS = new GateSettings(
            List.of(), 400, 2, 2, DataSize.ofKilobytes(4), Duration.ofSeconds(10), Duration.ofMinutes(30));

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger ended = new AtomicInteger();

    /** Pieces of so many bytes, one each so many milliseconds. */
    @ParameterizedTest
    @CsvSource({
        "15000000, 8192, 65, true", // a photo from a phone at 1 Mbit/s
        "135000000, 8192, 65, true", // nine of them
        "5000000, 1400, 300, true", // a reduced one at 37 kbit/s
        "3000, 1400, 4000, true", // a form, by a connection that hardly is one
        "100000, 1, 1000, false",
        "100000, 1, 1, false",
        "100000, 1000, 400, false",
        "200000000, 8192, 100, false" // longer than half an hour
    })
    void a_poor_connection_is_fast_enough_and_a_drip_is_not(long length, int piece, long millis, boolean arrives)
            throws IOException {
        ArrivingBody body = body(length, piece, millis);
        if (arrives) body.readToEnd(Long.MAX_VALUE);
        else assertThatThrownBy(() -> body.readToEnd(Long.MAX_VALUE)).isInstanceOf(ArrivingBody.TooSlow.class);
        assertThat(body.isThere()).isEqualTo(arrives);
        assertThat(body.isTooSlow()).isNotEqualTo(arrives);
        body.end();
        body.end();
        assertThat(ended).hasValue(1);
    }

    @Test
    void what_was_too_slow_once_is_read_no_more() {
        ArrivingBody body = body(100_000, 1, 30_000);
        assertThatThrownBy(() -> body.readToEnd(Long.MAX_VALUE)).isInstanceOf(ArrivingBody.TooSlow.class);
        long then = nanos.get();
        assertThatThrownBy(() -> body.readToEnd(Long.MAX_VALUE)).isInstanceOf(ArrivingBody.TooSlow.class);
        assertThat(nanos).hasValue(then);
    }

    @Test
    void whoever_takes_all_the_room_leaves_some_to_those_who_have_none() {
        Counts counts = new Counts(4, 3);
        assertThat(List.of(counts.begin("a"), counts.begin("a"), counts.begin("a")))
                .containsOnly(true);
        assertThat(counts.begin("a")).as("the most of one").isFalse();
        assertThat(counts.begin("b")).isTrue();
        assertThat(counts.begin("b")).as("the most of all").isFalse();
        assertThat(List.of(counts.begin("c"), counts.begin("d"))).containsOnly(true);
        assertThat(counts.begin("e")).as("and the room beyond").isFalse();
        counts.end("a");
        assertThat(counts.begin("e")).isTrue();
        for (String caller : List.of("a", "a", "b", "c", "d", "e")) counts.end(caller);
        assertThat(List.of(counts.begin("a"), counts.begin("a"), counts.begin("a")))
                .containsOnly(true);
    }

    private ArrivingBody body(long length, int piece, long millis) {
        Request request = new Request();
        request.setContentLength(length);
        AtomicLong left = new AtomicLong(length);
        request.setInputBuffer(new InputBuffer() {
            @Override
            public int doRead(ApplicationBufferHandler target) {
                nanos.addAndGet(Duration.ofMillis(millis).toNanos());
                int read = (int) Math.min(left.get(), piece);
                left.addAndGet(-read);
                target.setByteBuffer(ByteBuffer.allocate(read));
                return read == 0 ? -1 : read;
            }

            @Override
            public int available() {
                return 0;
            }
        });
        return new ArrivingBody(request, SETTINGS, nanos::get, ended::incrementAndGet);
    }
}
