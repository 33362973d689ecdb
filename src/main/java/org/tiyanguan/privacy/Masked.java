package org.tiyanguan.privacy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.core.PersonName;
import org.tiyanguan.core.Phone;
import org.tiyanguan.core.Signs;

/** Personal data in part: enough to tell people apart, not enough to reach or harm them. */
public final class Masked {

    public static final String HIDDEN = "＊＊＊";

    private Masked() {}

    /** 王小明 is 王＊明, 王明 is 王＊, 欧阳修 is 欧阳＊, 买买提·吐尔逊 is 买＊＊·吐＊＊. */
    public static String name(@Nullable String name) {
        if (name == null || name.isEmpty()) return HIDDEN;
        PersonName parts = PersonName.of(name);
        if (parts.hasPoint()) return behindPoints(name);
        String first = parts.surname().isEmpty() ? Signs.of(name).get(0) : parts.surname();
        List<String> rest = Signs.of(name.substring(first.length()));
        if (rest.size() < 2) return first + "＊";
        return first + "＊".repeat(rest.size() - 1) + rest.get(rest.size() - 1);
    }

    private static String behindPoints(String name) {
        StringBuilder masked = new StringBuilder();
        int hidden = 0;
        boolean begins = true;
        for (String sign : Signs.of(name)) {
            boolean isPoint = PersonName.isPoint(sign);
            masked.append(begins || isPoint ? sign : "＊");
            if (!begins && !isPoint) hidden++;
            begins = isPoint;
        }
        return hidden == 0 ? masked.append("＊").toString() : masked.toString();
    }

    /** An extension is left out. */
    public static String phone(@Nullable String kept) {
        if (kept == null) return HIDDEN;
        String phone = Phone.withoutExtension(kept);
        return phone.length() < 8 ? HIDDEN : phone.substring(0, 3) + "＊＊＊＊" + phone.substring(phone.length() - 4);
    }

    /** Null is nobody's address. */
    public static @Nullable String email(@Nullable String email) {
        if (email == null) return null;
        int at = email.indexOf('@');
        return at < 1 ? HIDDEN : Signs.of(email).get(0) + "＊＊＊" + email.substring(at);
    }

    /** The year only. */
    public static String birthDate(@Nullable LocalDate date) {
        return date == null ? HIDDEN : date.getYear() + "-＊＊-＊＊";
    }
}
