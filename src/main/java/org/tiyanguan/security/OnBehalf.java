package org.tiyanguan.security;

import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Does later, in a job's thread, what somebody asked for: {@link CurrentUser} is that person there. */
@Component
public class OnBehalf {

    private final People people;
    private final Deputies deputies;

    OnBehalf(People people, Deputies deputies) {
        this.deputies = deputies;
        this.people = people;
    }

    /** The user has the groups they have now, not those they had when they asked; none if the account is gone. */
    public void of(String userId, Runnable act) {
        var groups = Stream.concat(people.groupsOf(userId).stream(), deputies.lentTo(userId).keySet().stream())
                .map(SimpleGrantedAuthority::new)
                .toList();
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(userId, null, groups)));
        try {
            act.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
