package org.tiyanguan.engine.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tiyanguan.IntegrationTest;

/** Whoever floods the login takes processors, but no connections. */
@IntegrationTest
class PasswordCheckTest {

    @Autowired
    IdentityService identity;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    private PasswordManager kept;

    /** For each password that was compared, whether a transaction held a connection. */
    private final List<Boolean> held = new ArrayList<>();

    @BeforeEach
    void listen() {
        kept = engine.getPasswordManager();
        engine.setPasswordManager(new PasswordManager(engine.getPasswordEncryptor(), List.of()) {
            @Override
            public boolean check(String password, String encrypted) {
                held.add(TransactionSynchronizationManager.isActualTransactionActive());
                return super.check(password, encrypted);
            }
        });
    }

    @AfterEach
    void stopListening() {
        engine.setPasswordManager(kept);
    }

    @Test
    void a_password_is_compared_once_while_no_connection_is_held() {
        assertThat(identity.checkPassword("center", "Demo#2026")).isTrue();
        assertThat(identity.checkPassword("center", "Demo#2025")).isFalse();
        assertThat(held).containsExactly(false, false);
    }

    @Test
    void so_is_one_for_a_name_that_nobody_has() {
        assertThat(identity.checkPassword("niemand", "Demo#2026")).isFalse();
        assertThat(identity.checkPassword("center", null)).isFalse();
        assertThat(held).containsExactly(false, false);
    }
}
