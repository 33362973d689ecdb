package org.tiyanguan.engine.guards;

import java.util.UUID;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.engine.PasswordTries;

/**
 * Compares a password with the account's hash, which takes a while on purpose: no connection is held meanwhile, and a
 * name that nobody has takes as long. The engine's own check would hold one, and count wrong tries in the account,
 * where a second try at the same time fails; {@link PasswordTries} counts better.
 */
class PasswordCheck {

    private record Hash(String salt, String text) {}

    private final ProcessEngineConfigurationImpl engine;

    private volatile @Nullable Hash nobodys;

    PasswordCheck(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    boolean isRight(String name, @Nullable String password) {
        Hash hash = password == null ? null : find(name);
        boolean fits = fits(password == null ? "" : password, hash == null ? nobodys() : hash);
        return hash != null && fits;
    }

    private @Nullable Hash find(String name) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.getReadOnlyIdentityProvider().findUserById(name) instanceof UserEntity user
                                && user.getPassword() != null
                        ? new Hash(user.getSalt(), user.getPassword())
                        : null);
    }

    private boolean fits(String password, Hash hash) {
        return engine.getPasswordManager().check(EncryptionUtil.saltPassword(password, hash.salt), hash.text);
    }

    /** Of a password that nobody knows. */
    private Hash nobodys() {
        Hash made = nobodys;
        if (made == null) {
            String password = EncryptionUtil.saltPassword(UUID.randomUUID().toString(), "");
            made = new Hash("", engine.getPasswordManager().encrypt(password));
            nobodys = made;
        }
        return made;
    }
}
