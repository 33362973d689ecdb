package org.tiyanguan.demo;

import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.review.Cause;
import org.tiyanguan.review.OpeningReviews;

/** How the demo's reviews are opened; each returns its number. */
@Component
@Profile("demo")
class ReviewDeeds {

    private final OpeningReviews opening;
    private final JdbcClient jdbc;

    ReviewDeeds(OpeningReviews opening, JdbcClient jdbc) {
        this.opening = opening;
        this.jdbc = jdbc;
    }

    String annual(String officer) {
        return opening.byCalendar(officer, Cause.ANNUAL);
    }

    /** The demo's terms all end on one day; this officer's ends sooner. */
    String beforeEnd(String officer, LocalDate end) {
        jdbc.sql("update officer_term set term_until = :end where account = :officer")
                .param("end", end)
                .param("officer", officer)
                .update();
        return opening.byCalendar(officer, Cause.TERM);
    }

    String breach(String officer, String reason) {
        return opening.byCenter(officer, Cause.BREACH, reason);
    }

    String resignation(String officer, String reason) {
        return opening.resign(officer, reason);
    }
}
