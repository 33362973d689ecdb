package org.tiyanguan.security.doors;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What no request may bring, whoever sends it and whatever it is for: the answer is 400. */
@Configuration
class RequestFirewall {

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall wall = new StrictHttpFirewall();
        wall.setAllowedParameterValues(RequestFirewall::isStorable);
        return wall;
    }

    @Bean
    RequestRejectedHandler rejected() {
        return (request, response, rejection) ->
                RefusedRequest.answer(request, response, HttpServletResponse.SC_BAD_REQUEST);
    }

    /** No browser sends a NUL, and no database takes it. */
    private static boolean isStorable(String value) {
        return value == null || value.indexOf(0) < 0;
    }
}
