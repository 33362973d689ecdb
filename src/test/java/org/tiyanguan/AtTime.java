package org.tiyanguan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Each test of the class begins at that time in Shanghai, and leaves the clock running as it found it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(AtTime.Stopped.class)
public @interface AtTime {

    String value();

    class Stopped implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            String time =
                    context.getRequiredTestClass().getAnnotation(AtTime.class).value();
            ClockUtil.setCurrentTime(Date.from(
                    LocalDateTime.parse(time).atZone(ZoneId.of("Asia/Shanghai")).toInstant()));
        }

        @Override
        public void afterEach(ExtensionContext context) {
            ClockUtil.reset();
        }
    }
}
