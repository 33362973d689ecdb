package org.tiyanguan.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** Another system that came with its own key; {@code perMinute} is how many requests it may send. */
public record ApiClient(long id, String name, Set<KeyScope> scopes, int perMinute) implements AuthenticatedPrincipal {

    /** The authority of every client, whatever its scopes. */
    public static final String AUTHORITY = "scope:";

    /** Names the client as the logs and the history do; no account can be named so. */
    @Override
    public String getName() {
        return "client:" + id;
    }

    public List<GrantedAuthority> authorities() {
        return AuthorityUtils.createAuthorityList(
                Stream.concat(Stream.of(AUTHORITY), scopes.stream().map(KeyScope::authority))
                        .toList());
    }
}
