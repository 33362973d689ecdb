package org.tiyanguan.core;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins read-only transactions with a statement of the database's own. Searches and figures ask for what is frequent
 * and for what is rare by the same statements, and are planned for the values they have; the thousands of small
 * statements of the engine would cost a third more if each were planned anew.
 */
@Configuration
class ReadOnlyTransactions {

    @Bean
    JdbcTransactionManager transactionManager(
            DataSource database, @Value("${tiyanguan.database.before-reading:}") String beforeReading) {
        return new JdbcTransactionManager(database) {

            @Override
            protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
                    throws SQLException {
                super.prepareTransactionalConnection(connection, definition);
                if (!definition.isReadOnly() || beforeReading.isEmpty()) return;
                try (Statement statement = connection.createStatement()) {
                    statement.execute(beforeReading);
                }
            }
        };
    }
}
