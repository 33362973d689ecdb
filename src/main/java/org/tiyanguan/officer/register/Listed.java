package org.tiyanguan.officer.register;

import org.jspecify.annotations.Nullable;
import org.tiyanguan.officer.Officer;

/**
 * One officer of the register.
 *
 * @param officer with the newest term; null for an account that an administrator made
 */
record Listed(String account, String name, @Nullable Officer officer, Standing standing) {

    public @Nullable String unit() {
        return officer == null ? null : officer.unit();
    }
}
