package org.tiyanguan.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Lets a request come from somebody who has logged in before, with the account as it is now. */
@Component
public class LoggedIn {

    private final Standings standings;

    LoggedIn(Standings standings) {
        this.standings = standings;
    }

    public RequestPostProcessor as(String account) {
        Standing standing = standings.of(account);
        return request -> {
            var sent = user(account).authorities(standing.authorities()).postProcessRequest(request);
            sent.getSession().setAttribute(Standing.class.getName(), standing);
            return sent;
        };
    }
}
