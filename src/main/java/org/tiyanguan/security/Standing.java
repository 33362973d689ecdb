package org.tiyanguan.security;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * How an account stands.
 *
 * @param password tells one password from the next, and nothing else about them; null without an account
 */
record Standing(String password, boolean isLocked, Set<String> groups) implements Serializable {

    boolean isGone() {
        return password == null;
    }

    List<GrantedAuthority> authorities() {
        return AuthorityUtils.createAuthorityList(groups.stream().sorted().toList());
    }
}
