package org.tiyanguan.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Refuses, before anything is built, a production start without PostgreSQL or with demo content.
 *
 * @throws StartRefusal with one sentence for whoever started the program
 */
class StartCheck implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("prod"))) return;
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new StartRefusal(StartTexts.text("refused.demo-in-prod"));
        }
        if (!environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
            throw new StartRefusal(StartTexts.text("refused.no-database"));
        }
    }
}
