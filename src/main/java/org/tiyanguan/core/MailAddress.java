package org.tiyanguan.core;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Mail addresses: whether one can be mailed at all, and how. A domain may be Chinese (zhang@例子.中国); it is kept as it
 * was typed and mailed by its punycode.
 */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+(?![0-9]+$)[A-Za-z0-9-]{2,63}");

    private MailAddress() {}

    public static boolean isMailable(@Nullable String typed) {
        return mailed(typed).isPresent();
    }

    /** The address as mail servers take it; empty for what can never be mailed. */
    public static Optional<String> mailed(@Nullable String typed) {
        if (typed == null) return Optional.empty();
        int at = typed.lastIndexOf('@');
        if (at < 1 || at > 64 || !LOCAL.matcher(typed.substring(0, at)).matches()) return Optional.empty();
        return domain(typed.substring(at + 1))
                .map(domain -> typed.substring(0, at + 1) + domain)
                .filter(address -> address.length() <= LONGEST);
    }

    private static Optional<String> domain(String typed) {
        try {
            String domain = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES);
            return DOMAIN.matcher(domain).matches() ? Optional.of(domain) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
