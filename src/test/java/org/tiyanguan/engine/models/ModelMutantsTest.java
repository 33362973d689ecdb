package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.engine.guards.EngineReads;

/**
 * A thousand broken and hostile models: each is refused by the check, or by the engine, or is harmless: all that the
 * engine built of it is known, and calls published methods only. {@code -Dmutants=…} takes another seed.
 */
@IntegrationTest
class ModelMutantsTest {

    private static final int DIAGRAMS = 900;
    private static final int TABLES = 100;

    @Autowired
    ProcessEngine engine;

    private final Map<String, byte[]> ours = OurModels.ours();
    private final Map<String, byte[]> diagrams = EngineReads.diagrams();
    private final long seed = Long.getLong("mutants", 17);
    private final Random random = new Random(seed);
    private final Mutation mutation = new Mutation(random);

    ModelMutantsTest() throws Exception {}

    @Test
    void what_the_mutants_are_made_of_is_harmless() {
        for (String name : diagrams.keySet())
            assertThat(OurModels.faults(deployment(name, diagrams.get(name))))
                    .as(name)
                    .isEmpty();
    }

    @Test
    void a_mutant_of_a_diagram_is_refused_or_harmless() throws Exception {
        // The short ones more often, for they take less time.
        List<String> names = List.of(
                "bulk-act.bpmn", "colleague-opinion.bpmn", "notice.bpmn", "overdue-digest.bpmn", "webhook.bpmn");
        EngineReads reads = new EngineReads(engine);
        int harmless = 0;
        for (int i = 0; i < DIAGRAMS; i++) {
            String name = i % 30 == 0
                    ? "rectification.bpmn"
                    : i % 30 == 15
                            ? "application.bpmn"
                            : i % 3 == 0 ? "elements.bpmn" : names.get(random.nextInt(names.size()));
            byte[] mutant = mutation.of(new String(diagrams.get(name), StandardCharsets.UTF_8));
            if (!OurModels.faults(deployment(name, mutant)).isEmpty()) continue;
            harmless++;
            try {
                assertThat(reads.faults(mutant))
                        .as("%s, mutant %s of seed %s:%n%s", name, i, seed, new String(mutant))
                        .isEmpty();
            } catch (ProcessEngineException refused) {
                harmless--;
            }
        }
        System.out.println("mutants of diagrams, seed " + seed + ": " + harmless + " of " + DIAGRAMS
                + " harmless, the others refused");
        assertThat(harmless).isBetween(DIAGRAMS / 50, DIAGRAMS / 2);
    }

    @Test
    void a_mutant_of_a_table_is_refused_or_harmless() throws Exception {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        List<String> tables = List.of(
                new String(ours.get("officer-rating.dmn"), StandardCharsets.UTF_8),
                Files.readString(Path.of("src/test/resources/org/tiyanguan/engine/models/decisions.dmn")));
        int harmless = 0;
        for (int i = 0; i < TABLES; i++) {
            byte[] mutant = mutation.of(tables.get(i % 2));
            List<ModelFault> faults = new ArrayList<>(OurModels.faults(Map.of("x.dmn", mutant)));
            faults.removeIf(fault -> fault.rule().equals("alone"));
            if (!faults.isEmpty()) continue;
            harmless++;
            try {
                for (Object decision : configuration
                        .getCommandExecutorTxRequired()
                        .execute(context ->
                                configuration.getDmnEngine().parseDecisions(new ByteArrayInputStream(mutant))))
                    assertThat(BuiltParts.faults("x.dmn", decision, new ModelExpressions(Map.of())))
                            .as(new String(mutant))
                            .isEmpty();
            } catch (RuntimeException refused) {
                harmless--;
            }
        }
        System.out.println("mutants of tables, seed " + seed + ": " + harmless + " of " + TABLES
                + " harmless, the others refused");
        assertThat(harmless).isBetween(1, TABLES / 2);
    }

    /** The mutant with the forms, tables and called processes that its original needs. */
    private Map<String, byte[]> deployment(String name, byte[] mutant) {
        Map<String, byte[]> files = new TreeMap<>();
        addNeeded(new String(diagrams.get(name), StandardCharsets.UTF_8), files);
        files.put(name, mutant);
        return files;
    }

    private void addNeeded(String diagram, Map<String, byte[]> files) {
        ours.forEach((file, content) -> {
            String key = "\"" + file.replaceFirst("\\.\\w+$", "") + "\"";
            boolean called = file.endsWith(".bpmn");
            if (!diagram.contains(called ? "calledElement=" + key : key)) return;
            boolean isNew = files.put(file, content) == null;
            if (called && isNew) addNeeded(new String(content, StandardCharsets.UTF_8), files);
        });
    }
}
