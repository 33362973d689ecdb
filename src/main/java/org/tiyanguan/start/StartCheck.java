package org.tiyanguan.start;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Refuses, before anything is built, a production start without PostgreSQL or with demo content or accounts, and any
 * start whose folder of models is not there: it would quietly go back to the packaged ones.
 *
 * @throws StartRefusal with one sentence for whoever started the program
 */
class StartCheck implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String models = environment.getProperty("tiyanguan.models", "");
        if (!models.isBlank() && !Files.isDirectory(Path.of(models))) {
            throw new StartRefusal(
                    StartTexts.text("refused.no-models", Path.of(models).toAbsolutePath()));
        }
        if (!environment.acceptsProfiles(Profiles.of("prod"))) return;
        if (environment.acceptsProfiles(Profiles.of("demo | demo-accounts"))) {
            throw new StartRefusal(StartTexts.text("refused.demo-in-prod"));
        }
        if (!environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
            throw new StartRefusal(StartTexts.text("refused.no-database"));
        }
    }
}
