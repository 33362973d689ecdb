package org.tiyanguan.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/**
 * Warns when a list of holidays is missing: this year's always, next year's from 1 November on, since the State Council
 * announces it in that month (DOMAIN.md, Rules).
 */
@Component
@EnableScheduling
class CalendarWarnings {

    private static final Logger log = LoggerFactory.getLogger(CalendarWarnings.class);

    private final CalendarDays days;
    private final Clock clock;
    private final Texts texts;

    CalendarWarnings(CalendarDays days, Clock clock, Texts texts) {
        this.days = days;
        this.clock = clock;
        this.texts = texts;
    }

    /** The year whose list should be there and is not. */
    Optional<Year> missingYear() {
        LocalDate today = LocalDate.now(clock);
        Year year = Year.from(today);
        if (!days.hasListOf(year)) return Optional.of(year);
        boolean nextIsDue = today.getMonth().compareTo(Month.NOVEMBER) >= 0;
        return Optional.of(year.plusYears(1)).filter(next -> nextIsDue && !days.hasListOf(next));
    }

    /** What to tell the administrator and the centre, in Chinese. */
    Optional<String> warning() {
        return missingYear().map(year -> texts.of("calendar.missing-year", year.toString()));
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 0 8 * * *", zone = "Asia/Shanghai")
    void log() {
        warning().ifPresent(log::warn);
    }
}
