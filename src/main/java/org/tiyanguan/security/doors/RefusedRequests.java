package org.tiyanguan.security.doors;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets {@link RefusedRequest} answer what never gets as far as the program. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RefusedRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            // Behind Spring Boot's own, so that this one is asked first.
            host.getPipeline().addValve(new RefusedRequest());
            host.setErrorReportValveClass(RefusedRequest.class.getName());
        });
    }
}
