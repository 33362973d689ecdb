package org.tiyanguan.engine.guards;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyDigitRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLowerCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicySpecialCharacterRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUpperCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * How the engine keeps passwords: Argon2id hashes, of at least 8 characters of four kinds that do not contain the
 * user's id, name or mail.
 */
@Component
class Passwords extends AbstractProcessEnginePlugin {

    private static final int SHORTEST = 8;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(new Argon2());
        List<PasswordPolicyRule> rules = List.of(
                new PasswordPolicyLengthRuleImpl(SHORTEST),
                new PasswordPolicyLowerCaseRuleImpl(1),
                new PasswordPolicyUpperCaseRuleImpl(1),
                new PasswordPolicyDigitRuleImpl(1),
                new PasswordPolicySpecialCharacterRuleImpl(1),
                new PasswordPolicyUserDataRuleImpl());
        engine.setPasswordPolicy((PasswordPolicy) () -> rules);
    }

    private static class Argon2 implements PasswordEncryptor {

        private final Argon2PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

        /** Each takes much time and memory: a flood of them is an attack. */
        private final Counter checks = Metrics.counter("tiyanguan.password.checks");

        private final RecentlyProven proven = new RecentlyProven();

        @Override
        public String encrypt(String password) {
            return encoder.encode(password);
        }

        @Override
        public boolean check(String password, String encrypted) {
            if (proven.knows(password, encrypted)) return true;
            checks.increment();
            boolean right = encoder.matches(password, encrypted);
            if (right) proven.remember(password, encrypted);
            return right;
        }

        @Override
        public String hashAlgorithmName() {
            return "argon2id";
        }
    }
}
