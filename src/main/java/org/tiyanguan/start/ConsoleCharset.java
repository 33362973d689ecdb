package org.tiyanguan.start;

import java.io.Console;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A bare machine (LANG=C) calls its terminal ASCII, which would show every Chinese character as a question mark. */
class ConsoleCharset implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Console console = System.console();
        if (console == null || !console.charset().equals(StandardCharsets.US_ASCII)) return;
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("consoleCharset", Map.of("logging.charset.console", "UTF-8")));
    }
}
