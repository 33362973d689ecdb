package org.tiyanguan.web;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Properties;
import java.util.Set;
import org.springframework.boot.actuate.autoconfigure.metrics.export.ConditionalOnEnabledMetricsExport;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.actuate.metrics.export.prometheus.PrometheusOutputFormat;
import org.springframework.boot.actuate.metrics.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * What monitoring reads, always as text: a Prometheus that would rather have protocol buffers, for which the program
 * has no library, reads text as well.
 */
@Component
@ConditionalOnEnabledMetricsExport("prometheus")
@WebEndpoint(id = "prometheus")
class TextFigures extends PrometheusScrapeEndpoint {

    TextFigures(PrometheusRegistry registry) {
        super(registry, new Properties());
    }

    @Override
    @ReadOperation(producesFrom = PrometheusOutputFormat.class)
    public WebEndpointResponse<byte[]> scrape(PrometheusOutputFormat format, @Nullable Set<String> includedNames) {
        return super.scrape(
                format == PrometheusOutputFormat.CONTENT_TYPE_PROTOBUF
                        ? PrometheusOutputFormat.CONTENT_TYPE_OPENMETRICS_100
                        : format,
                includedNames);
    }
}
