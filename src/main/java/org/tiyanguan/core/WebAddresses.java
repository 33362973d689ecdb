package org.tiyanguan.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;
import org.springframework.web.util.HtmlUtils;

/**
 * Web addresses within texts that people wrote. One begins with http:// or https:// and ends before the first sign that
 * no address has: a blank, a quotation mark, Chinese text or its punctuation; and before punctuation that ends a
 * sentence. Nobody is led to an address that names one host before another (https://bank.example@elsewhere.example).
 */
public final class WebAddresses {

    static final Pattern ADDRESS = Pattern.compile(
            "(?<![A-Za-z0-9])https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?![A-Za-z0-9:.-]*@)"
                    + "(?:[/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern END = Pattern.compile("[.,;:!?'*~&]+$");

    private WebAddresses() {}

    /** The text as HTML, its signs escaped and its addresses links; null for null. */
    @Contract("!null -> !null")
    public static @Nullable String linked(@Nullable String text) {
        if (text == null) return null;
        StringBuilder html = new StringBuilder();
        Matcher found = ADDRESS.matcher(text);
        int done = 0;
        while (found.find()) {
            String address = HtmlUtils.htmlEscape(text.substring(found.start(), end(text, found)), "UTF-8");
            html.append(HtmlUtils.htmlEscape(text.substring(done, found.start()), "UTF-8"))
                    .append("<a href=\"")
                    .append(address)
                    .append("\" rel=\"noopener nofollow\">")
                    .append(address)
                    .append("</a>");
            done = end(text, found);
        }
        return html.append(HtmlUtils.htmlEscape(text.substring(done), "UTF-8")).toString();
    }

    /** Where the address ends, without what belongs to the sentence around it. */
    static int end(String text, Matcher found) {
        int end = found.end();
        while (true) {
            String address = text.substring(found.start(), end);
            Matcher sentence = END.matcher(address);
            if (sentence.find()) end = found.start() + sentence.start();
            else if (address.endsWith(")") && count(address, '(') < count(address, ')')) end--;
            else return end;
        }
    }

    private static long count(String text, char sign) {
        return text.chars().filter(one -> one == sign).count();
    }
}
