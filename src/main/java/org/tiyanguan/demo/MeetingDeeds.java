package org.tiyanguan.demo;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventActs;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventOpinions;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Opinion;

/** What the demo's people do about events, and whom its forms name by the ids of their invitations. */
@Component
@Profile("demo")
class MeetingDeeds {

    private static final int MOST = 100;

    private final Events events;
    private final EventInvitations invitations;
    private final EventOpinions opinions;
    private final EventActs acts;
    private final TaskService tasks;

    MeetingDeeds(
            Events events, EventInvitations invitations, EventOpinions opinions, EventActs acts, TaskService tasks) {
        this.events = events;
        this.invitations = invitations;
        this.opinions = opinions;
        this.acts = acts;
        this.tasks = tasks;
    }

    void cancel(String number, String reason) {
        acts.cancel(number, reason);
    }

    /** The ids of those who replied so. */
    String[] coming(String title, String reply) {
        return invitations.of(titled(title)).stream()
                .filter(one -> one.reply().name().equals(reply))
                .map(one -> String.valueOf(one.id()))
                .toArray(String[]::new);
    }

    String invitation(String title, String officer) {
        return invitations.of(titled(title)).stream()
                .filter(one -> one.invitee().equals(officer))
                .map(Invitation::id)
                .map(String::valueOf)
                .findFirst()
                .orElseThrow();
    }

    /** Settles the opinion in which these words occur. */
    void settle(String number, String words, Map<String, Object> form) {
        long opinion = opinions.of(number).stream()
                .filter(one -> one.text().contains(words))
                .map(Opinion::id)
                .findFirst()
                .orElseThrow();
        Task task = tasks
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("center-settle-opinions")
                .list()
                .stream()
                .filter(each -> Long.valueOf(opinion).equals(tasks.getVariable(each.getId(), "opinion")))
                .findFirst()
                .orElseThrow();
        tasks.complete(task.getId(), form);
    }

    private String titled(String title) {
        return events.latest(null, null, MOST).stream()
                .filter(one -> one.title().equals(title))
                .map(Event::number)
                .findFirst()
                .orElseThrow();
    }
}
