package org.tiyanguan;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes hashes that cost next to nothing, as the tests make and check thousands. They are of the same kind, and the
 * program's own code checks them, because each hash says what it costs. What the program's own hashes cost is tested by
 * itself.
 */
@Component
class CheapPasswords extends AbstractProcessEnginePlugin {

    private static final Argon2PasswordEncoder CHEAP = new Argon2PasswordEncoder(16, 32, 1, 8, 1);

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        PasswordEncryptor programs = engine.getPasswordEncryptor();
        engine.setPasswordManager(new PasswordManager(
                new PasswordEncryptor() {
                    @Override
                    public String encrypt(String password) {
                        return CHEAP.encode(password);
                    }

                    @Override
                    public boolean check(String password, String encrypted) {
                        return programs.check(password, encrypted);
                    }

                    @Override
                    public String hashAlgorithmName() {
                        return programs.hashAlgorithmName();
                    }
                },
                engine.getCustomPasswordChecker()));
    }
}
