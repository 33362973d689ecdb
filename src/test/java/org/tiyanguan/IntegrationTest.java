package org.tiyanguan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole program on a real port and a real database, once on H2 and once on PostgreSQL. Jobs run only when a test
 * says so; time is the engine's clock. The demo's people are there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "tiyanguan.recruitment.fastest-seconds=0"})
@ContextConfiguration(initializers = TestDatabase.class)
@ActiveProfiles({"test", "demo-accounts"})
@Tag("database")
public @interface IntegrationTest {}
