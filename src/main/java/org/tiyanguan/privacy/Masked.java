package org.tiyanguan.privacy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Personal data in part: enough to tell people apart, not enough to reach or harm them. */
public final class Masked {

    public static final String HIDDEN = "＊＊＊";

    private Masked() {}

    /** 王小明 is 王＊明, 王明 is 王＊. */
    public static String name(@Nullable String name) {
        if (name == null || name.isEmpty()) return HIDDEN;
        int[] signs = name.codePoints().toArray();
        if (signs.length < 3) return new String(signs, 0, 1) + "＊";
        return new String(signs, 0, 1) + "＊".repeat(signs.length - 2) + new String(signs, signs.length - 1, 1);
    }

    public static String phone(@Nullable String phone) {
        return phone == null || phone.length() < 8
                ? HIDDEN
                : phone.substring(0, 3) + "＊＊＊＊" + phone.substring(phone.length() - 4);
    }

    /** Null is nobody's address. */
    public static @Nullable String email(@Nullable String email) {
        if (email == null) return null;
        int at = email.indexOf('@');
        return at < 1 ? HIDDEN : email.charAt(0) + "＊＊＊" + email.substring(at);
    }

    /** The year only. */
    public static String birthDate(@Nullable LocalDate date) {
        return date == null ? HIDDEN : date.getYear() + "-＊＊-＊＊";
    }
}
