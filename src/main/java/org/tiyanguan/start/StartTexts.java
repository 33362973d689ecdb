package org.tiyanguan.start;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts around the start, readable before there is an application context: {@code messages/start.properties}. */
final class StartTexts {

    private StartTexts() {}

    static String text(String key, Object... facts) {
        String text = ResourceBundle.getBundle("messages/start", Locale.ROOT).getString(key);
        return facts.length == 0 ? text : MessageFormat.format(text, facts);
    }
}
