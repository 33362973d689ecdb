package org.tiyanguan.colleague;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.colleague.Cooperation.Kind;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.security.CurrentUser;

/**
 * Tells a colleague what concerns them; each feature says when, as each knows what its cases may be called in a mail.
 */
@Component
public class CooperationNotices {

    /** The notice of an act, and what it calls the note. */
    private record Template(String name, String note) {}

    private static final Map<Kind, Template> TOLD = Map.of(
            Kind.HAND_OVER, new Template("handed-over", "reason"),
            Kind.DELEGATE, new Template("delegated", "request"),
            Kind.GIVE_BACK, new Template("given-back", "done"),
            Kind.TAKE_BACK, new Template("taken-back", "reason"),
            Kind.ASK_OPINION, new Template("opinion-asked", "question"),
            Kind.GIVE_OPINION, new Template("opinion-given", "reply"),
            Kind.DROP_OPINION, new Template("opinion-dropped", "note"),
            Kind.COPY, new Template("copied", "note"));

    private final Notices notices;
    private final CurrentUser user;

    CooperationNotices(Notices notices, CurrentUser user) {
        this.notices = notices;
        this.user = user;
    }

    /** @param title of the case; null for one that names a person */
    public void tell(Cooperation act, @Nullable String title) {
        Template template = TOLD.get(act.kind());
        if (template == null) return;
        Map<String, String> facts = new LinkedHashMap<>();
        if (title != null) facts.put("title", title);
        facts.put("task", act.task().name());
        if (act.kind() == Kind.DROP_OPINION && !act.note().isEmpty()) {
            // Nothing of the case is told to who has left, but that they have to who waits for them.
            facts.put("note", act.note());
            tell(act, act.task().assignee(), "opinion-lost", facts);
            return;
        }
        if (act.kind() != Kind.DROP_OPINION) facts.put("from", user.name().orElse(""));
        if (!act.note().isEmpty()) facts.put(template.note, act.note());
        tell(act, act.to(), template.name, facts);
    }

    /** The whole group where nobody has the task. */
    private void tell(Cooperation act, @Nullable String whom, String template, Map<String, String> facts) {
        if (whom == null) notices.toGroup(act.group(), template, act.task().number(), facts);
        else notices.toUser(whom, template, act.task().number(), facts);
    }
}
