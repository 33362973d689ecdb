package org.tiyanguan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole program on a real port, on PostgreSQL and with a real mail server; {@link OnH2Too} says which classes run
 * on H2 once more. Jobs run only when a test says so; time is the engine's clock. The demo's people are there. All
 * these classes share one program a JVM, as it can hold one program only (the engine's REST API finds its engine
 * through a static registry). So none of them changes anything of this; a class that has to is an {@link OwnProgram}.
 * The test is the reverse proxy: it may say for whom it asks.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "tiyanguan.recruitment.fastest-seconds=0",
            "tiyanguan.webhooks.loopback=true",
            "tiyanguan.gate.proxies=127.0.0.1",
            "tiyanguan.gate.connections=100",
            "tiyanguan.mail.bundles-at=-"
        })
@ContextConfiguration(initializers = {TestDatabase.class, TestMail.class})
@TestExecutionListeners(listeners = FreshDatabase.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@AutoConfigureMockMvc
@AutoConfigureObservability(tracing = false)
@ActiveProfiles({"test", "demo-accounts"})
@Tag("program")
public @interface IntegrationTest {}
