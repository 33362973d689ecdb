package org.tiyanguan.restore;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Moments;
import org.tiyanguan.notification.NoticeDiagram;

/**
 * The jobs that a restored database brought along: suspended in the engine, for all nodes, until somebody has looked at
 * them. What people do meanwhile has jobs of its own, which run.
 */
@Component
class HeldJobs {

    private final ManagementService management;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Clock clock;

    HeldJobs(ManagementService management, RepositoryService repository, RuntimeService runtime, Clock clock) {
        this.management = management;
        this.repository = repository;
        this.runtime = runtime;
        this.clock = clock;
    }

    void hold() {
        processes()
                .forEach(process -> management
                        .updateJobSuspensionState()
                        .byProcessDefinitionKey(process)
                        .suspend());
    }

    /** What an administrator had suspended before stays so. */
    void release() {
        processes()
                .forEach(process -> management
                        .updateJobSuspensionState()
                        .byProcessDefinitionKey(process)
                        .activate());
        management
                .createJobDefinitionQuery()
                .suspended()
                .list()
                .forEach(one -> management.suspendJobByJobDefinitionId(one.getId()));
        runtime.createProcessInstanceQuery()
                .suspended()
                .list()
                .forEach(one -> management.suspendJobByProcessInstanceId(one.getId()));
    }

    /** How many timers are past, by process and element as people call them. */
    Map<String, Integer> pastTimers() {
        Map<String, Integer> past = new TreeMap<>();
        Date now = Moments.date(LocalDateTime.now(clock), clock);
        for (Job timer : jobs().timers().duedateLowerThan(now).list()) past.merge(name(timer), 1, Integer::sum);
        return past;
    }

    int waitingMails() {
        return mails().size();
    }

    void dropMails() {
        mails().stream()
                .map(Job::getProcessInstanceId)
                .distinct()
                .forEach(mail -> runtime.deleteProcessInstance(mail, "restored"));
    }

    private List<Job> mails() {
        return jobs().processDefinitionKey(NoticeDiagram.KEY).list();
    }

    private JobQuery jobs() {
        return management.createJobQuery().suspended();
    }

    private List<String> processes() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .toList();
    }

    private String name(Job timer) {
        String definition = timer.getProcessDefinitionId();
        String element = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        return repository.getProcessDefinition(definition).getName() + "："
                + repository
                        .getBpmnModelInstance(definition)
                        .getModelElementById(element)
                        .getAttributeValue("name");
    }
}
