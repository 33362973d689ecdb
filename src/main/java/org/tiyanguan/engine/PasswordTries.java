package org.tiyanguan.engine;

import java.util.function.BooleanSupplier;
import org.tiyanguan.core.Refusal;

/** Who counts how often passwords are tried out, wherever the engine checks one. */
public interface PasswordTries {

    /**
     * Whether the password is right, as far as it may be tried now.
     *
     * @throws Refusal if it may not
     */
    boolean check(String account, BooleanSupplier isRight);
}
