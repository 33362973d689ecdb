package org.tiyanguan.gate;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.tiyanguan.core.Texts;

/** Puts the guards in front of everything that the program answers. */
@Configuration
class Gate {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> guards(
            GateSettings settings, @Value("${tiyanguan.base-url}") URI base, Texts texts) {
        return server -> {
            server.setProtocol(GuardedConnections.class.getName());
            server.addConnectorCustomizers(
                    connector -> ((GuardedConnections) connector.getProtocolHandler()).use(settings));
            server.addEngineValves(new Caller(settings, base), new Arrivals(settings, texts));
        };
    }

    @Bean
    FilterRegistrationBean<OwnRedirects> ownRedirects() {
        FilterRegistrationBean<OwnRedirects> filter = new FilterRegistrationBean<>(new OwnRedirects());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
