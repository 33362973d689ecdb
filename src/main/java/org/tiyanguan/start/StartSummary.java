package org.tiyanguan.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Ends the console output of a start with where the program is and, in a demo, who can log in. */
@Component
class StartSummary {

    private static final Logger log = LoggerFactory.getLogger(StartSummary.class);

    private final Environment environment;

    StartSummary(Environment environment) {
        this.environment = environment;
    }

    /** Comes after all that listens for the program to be ready, the engine's job executor for one. */
    @EventListener
    void print(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) log.info("\n\n{}\n", text());
    }

    String text() {
        StringBuilder text = new StringBuilder(StartTexts.text("summary.ready", address()));
        if (environment.acceptsProfiles(Profiles.of("demo"))) text.append('\n').append(StartTexts.text("summary.demo"));
        if (mailGoesNowhere()) text.append('\n').append(StartTexts.text("summary.no-mail"));
        return text.append('\n').append(StartTexts.text("summary.stop")).toString();
    }

    /** Without a mail server people wait for mails that are only in the log; a demo is fine with that. */
    private boolean mailGoesNowhere() {
        return environment.acceptsProfiles(Profiles.of("prod"))
                && environment.getProperty("spring.mail.host", "").isBlank();
    }

    /** Behind a proxy people use another address: it is the setting {@code tiyanguan.base-url} in production. */
    private String address() {
        if (environment.acceptsProfiles(Profiles.of("prod"))) return environment.getProperty("tiyanguan.base-url");
        return "http://localhost:" + environment.getProperty("local.server.port")
                + environment.getProperty("server.servlet.context-path", "");
    }
}
