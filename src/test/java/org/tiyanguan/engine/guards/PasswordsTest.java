package org.tiyanguan.engine.guards;

import static org.assertj.core.api.Assertions.assertThat;

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
}
