package org.tiyanguan.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * What the authorities of a deputy say besides the groups: which of these are lent and by whom, and for whom they act.
 * No group has a colon.
 */
public final class Standing {

    private static final String DEPUTY = "deputy:";
    private static final String LENT = "lent:";
    private static final String FOR = "for:";

    private Standing() {}

    /** Of somebody who is a deputy, or was once: that is said, too. */
    public static List<String> authorities(Map<String, String> lent, Collection<String> absent) {
        List<String> all = new ArrayList<>(List.of(DEPUTY));
        lent.forEach((group, whose) -> all.add(LENT + group + ":" + whose));
        absent.forEach(account -> all.add(FOR + account));
        return all;
    }

    /** The groups, lent ones among them. */
    public static List<String> groups(Authentication user) {
        return authorities(user).stream()
                .filter(authority -> authority.indexOf(':') < 0)
                .toList();
    }

    static boolean isOrWasDeputy(Authentication user) {
        return authorities(user).contains(DEPUTY);
    }

    static boolean actsFor(Authentication user, String absent) {
        return authorities(user).contains(FOR + absent);
    }

    static Optional<String> lender(Authentication user, String group) {
        String prefix = LENT + group + ":";
        return authorities(user).stream()
                .filter(authority -> authority.startsWith(prefix))
                .map(authority -> authority.substring(prefix.length()))
                .findFirst();
    }

    private static List<String> authorities(Authentication user) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
