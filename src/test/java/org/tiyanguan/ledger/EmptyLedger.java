package org.tiyanguan.ledger;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Each test of the class begins with a ledger without entries, and leaves none behind. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EmptyLedger.Cleared.class)
public @interface EmptyLedger {

    class Cleared implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            clear(context);
        }

        @Override
        public void afterEach(ExtensionContext context) {
            clear(context);
        }

        private static void clear(ExtensionContext context) {
            LedgerRows.clear(SpringExtension.getApplicationContext(context).getBean(JdbcClient.class));
        }
    }
}
