package org.tiyanguan.security;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tiyanguan.security.login.AccountStanding;
import org.tiyanguan.security.login.AccountStandings;

/** Lets a request come from somebody who has logged in before, with the account as it is now. */
@Component
public class LoggedIn {

    private final AccountStandings standings;

    LoggedIn(AccountStandings standings) {
        this.standings = standings;
    }

    public RequestPostProcessor as(String account) {
        AccountStanding standing = standings.of(account);
        return request -> {
            var sent = user(account).authorities(standing.authorities()).postProcessRequest(request);
            sent.getSession().setAttribute(AccountStanding.class.getName(), standing);
            return sent;
        };
    }
}
