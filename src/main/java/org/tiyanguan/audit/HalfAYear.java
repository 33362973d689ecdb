package org.tiyanguan.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import org.h2.api.Trigger;

/** Refuses to change a line, or to erase it before its time; H2's twin of PostgreSQL's trigger. */
public class HalfAYear implements Trigger {

    /** Of the column {@code at}. */
    private static final int AT = 1;

    private static final int DAYS = 184;

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        LocalDateTime at = before[AT] instanceof Timestamp time ? time.toLocalDateTime() : (LocalDateTime) before[AT];
        if (after != null
                || at.isAfter(LocalDateTime.now(Clock.systemDefaultZone()).minusDays(DAYS)))
            throw new SQLException("the audit log is append-only for " + DAYS + " days");
    }
}
