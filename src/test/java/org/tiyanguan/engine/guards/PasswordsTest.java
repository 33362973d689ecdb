package org.tiyanguan.engine.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    @Test
    void a_hash_is_of_argon2id_and_costs_16_megabytes_and_two_rounds() {
        var engine = new StandaloneInMemProcessEngineConfiguration();
        new Passwords().preInit(engine);
        PasswordEncryptor passwords = engine.getPasswordEncryptor();

        String hash = passwords.encrypt("Sunny#2026");
        assertThat(hash).startsWith("$argon2id$v=19$m=16384,t=2,p=1$");
        assertThat(passwords.hashAlgorithmName()).isEqualTo("argon2id");
        assertThat(passwords.check("Sunny#2026", hash)).isTrue();
        assertThat(passwords.check("sunny#2026", hash)).isFalse();
    }

    @Test
    void a_right_password_is_hashed_once_in_a_while_a_wrong_one_each_time_and_a_changed_one_anew() {
        var engine = new StandaloneInMemProcessEngineConfiguration();
        new Passwords().preInit(engine);
        PasswordEncryptor passwords = engine.getPasswordEncryptor();
        String hash = passwords.encrypt("Sunny#2026");

        assertThat(hashed(() -> passwords.check("Sunny#2026", hash))).isEqualTo(1);
        assertThat(hashed(() -> assertThat(passwords.check("Sunny#2026", hash)).isTrue()))
                .isZero();
        for (int i = 0; i < 2; i++)
            assertThat(hashed(() ->
                            assertThat(passwords.check("sunny#2026", hash)).isFalse()))
                    .isEqualTo(1);
        String changed = passwords.encrypt("Rainy#2026");
        assertThat(hashed(
                        () -> assertThat(passwords.check("Sunny#2026", changed)).isFalse()))
                .isEqualTo(1);
    }

    private static double hashed(Runnable act) {
        Counter checks = Metrics.counter("tiyanguan.password.checks");
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try {
            double before = checks.count();
            act.run();
            return checks.count() - before;
        } finally {
            Metrics.removeRegistry(registry);
        }
    }
}
