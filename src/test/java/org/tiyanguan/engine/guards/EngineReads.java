package org.tiyanguan.engine.guards;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.tiyanguan.engine.models.BuiltParts;
import org.tiyanguan.engine.models.ModelExpressions;
import org.tiyanguan.engine.models.ModelFault;
import org.tiyanguan.engine.models.OurModels;

/** Lets the engine build what a diagram says, and leaves it at that: no deployment, no database. */
public class EngineReads {

    private final ProcessEngineConfigurationImpl configuration;

    public EngineReads(ProcessEngine engine) {
        configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Ours, and one that has each allowed element. */
    public static Map<String, byte[]> diagrams() throws Exception {
        Map<String, byte[]> diagrams = new TreeMap<>(OurModels.ours());
        diagrams.keySet().removeIf(name -> !name.endsWith(".bpmn"));
        diagrams.put(
                "elements.bpmn",
                Files.readAllBytes(Path.of("src/test/resources/org/tiyanguan/engine/models/elements.bpmn")));
        return diagrams;
    }

    /** Of what the engine built; it may refuse to build it by an exception of its own. */
    public List<ModelFault> faults(byte[] diagram) {
        BpmnParser parser = configuration.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .findFirst()
                .orElseThrow()
                .getBpmnParser();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            BpmnParse parse = parser.createParse()
                    .sourceInputStream(new ByteArrayInputStream(diagram))
                    .name("x.bpmn");
            DeploymentEntity deployment = new DeploymentEntity();
            deployment.setId("none");
            deployment.setNew(true);
            parse.deployment(deployment).execute();
            List<ModelFault> faults = new ArrayList<>();
            parse.getProcessDefinitions()
                    .forEach(definition -> faults.addAll(
                            BuiltParts.faults("x.bpmn", definition, new ModelExpressions(OurModels.published()))));
            return faults;
        });
    }
}
