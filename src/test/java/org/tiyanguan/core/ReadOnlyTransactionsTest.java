package org.tiyanguan.core;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.IntegrationTest;

/** What production says to the database before it only reads; H2 has no plans to keep. */
@IntegrationTest
class ReadOnlyTransactionsTest {

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    TransactionTemplate transaction;

    @BeforeEach
    void as_in_production() throws Exception {
        String said = (String) new YamlPropertySourceLoader()
                .load("prod", new ClassPathResource("application-prod.yml"))
                .get(0)
                .getProperty("tiyanguan.database.before-reading");
        transaction = new TransactionTemplate(new ReadOnlyTransactions().transactionManager(database, said));
    }

    @Test
    void what_only_reads_is_planned_for_its_values() {
        transaction.setReadOnly(true);

        assertThat(transaction.<String>execute(status -> plans())).isEqualTo("force_custom_plan");
        assertThat(plans()).isEqualTo("auto");
    }

    @Test
    void what_acts_keeps_its_plans() {
        assertThat(transaction.<String>execute(status -> plans())).isEqualTo("auto");
    }

    private String plans() {
        return jdbc.sql("show plan_cache_mode").query(String.class).single();
    }
}
