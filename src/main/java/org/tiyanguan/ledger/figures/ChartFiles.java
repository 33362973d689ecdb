package org.tiyanguan.ledger.figures;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The library that draws: its path names its version, so a browser asks for it once. */
@Configuration
class ChartFiles implements WebMvcConfigurer {

    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/echarts/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/echarts/")
                .setCacheControl(CacheControl.maxAge(KEPT).cachePrivate().immutable());
    }
}
