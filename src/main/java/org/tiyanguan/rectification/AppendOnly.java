package org.tiyanguan.rectification;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** Refuses to change or delete a row; H2's twin of the trigger that PostgreSQL has in its own language. */
public class AppendOnly implements Trigger {

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        throw new SQLException("the ledger's history is append-only");
    }
}
