package org.tiyanguan.security.login;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.tiyanguan.security.Roles;

/**
 * How an account stands; with its groups, {@link Roles#OFFICE_OVER} where that holds.
 *
 * @param password tells one password from the next, and nothing else about them; null without an account
 */
public record AccountStanding(@Nullable String password, boolean isLocked, Set<String> groups) implements Serializable {

    boolean isGone() {
        return password == null;
    }

    boolean isOutOfOffice() {
        return groups.contains(Roles.OFFICE_OVER);
    }

    public List<GrantedAuthority> authorities() {
        return AuthorityUtils.createAuthorityList(groups.stream().sorted().toList());
    }
}
