package org.tiyanguan.rectification;

import java.util.regex.Pattern;

/** Takes out of what somebody wrote the writer's own name, and what reaches a person: phones, mail addresses, identity numbers. */
record Unnamed(String writer) {

    private static final String HIDDEN = "***";

    private static final Pattern CONTACT = Pattern.compile(
            "(?<!\\d)(\\d{17}[\\dXx]|1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8})(?!\\d)|[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

    String text(String text) {
        String unreachable = CONTACT.matcher(text).replaceAll(HIDDEN);
        return writer == null || writer.isBlank() ? unreachable : unreachable.replace(writer, HIDDEN);
    }
}
