package org.tiyanguan.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Where a page of entries ended, as a text that means nothing to whoever carries it. */
final class Cursor {

    private static final Pattern CONTENT = Pattern.compile("1/(TYG-\\d{4}-\\d{6,9})");

    private Cursor() {}

    static String after(String number) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("1/" + number).getBytes(StandardCharsets.UTF_8));
    }

    /** The number that it stands for; null for none. */
    static @Nullable String number(@Nullable String cursor, ApiTexts texts) {
        if (cursor == null) return null;
        try {
            Matcher content =
                    CONTENT.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (content.matches()) return content.group(1);
        } catch (IllegalArgumentException e) {
            // Not of ours, as below.
        }
        throw texts.problem(HttpStatus.BAD_REQUEST, "api.cursor");
    }
}
