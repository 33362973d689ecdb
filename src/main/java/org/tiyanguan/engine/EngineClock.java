package org.tiyanguan.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The one clock: the engine's, in Asia/Shanghai, so that timers and deadlines never disagree. */
@Component
public class EngineClock extends Clock {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final ZoneId zone;

    EngineClock() {
        this(SHANGHAI);
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new EngineClock(zone);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** Lets the program believe that it is another time, as the demo does to write its past. */
    public void setTo(Instant time) {
        ClockUtil.setCurrentTime(Date.from(time));
    }

    public void reset() {
        ClockUtil.reset();
    }
}
