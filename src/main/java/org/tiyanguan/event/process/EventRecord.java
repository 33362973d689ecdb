package org.tiyanguan.event.process;

import static org.tiyanguan.core.FormValues.chosen;
import static org.tiyanguan.core.FormValues.required;
import static org.tiyanguan.core.FormValues.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.event.EventInvitations;
import org.tiyanguan.event.EventOpinions;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.Events;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.Invitation.Attendance;
import org.tiyanguan.event.Invitation.SignIn;
import org.tiyanguan.event.Opinion;

/** Writes down what the centre says of an event that was held: who came, the minutes, and what was said. */
@Component
class EventRecord {

    /** So many opinions fit on the form at once; whoever has more gets it again. */
    private static final int SLOTS = 3;

    private static final int MOST_OPINIONS = 100;

    private final Events events;
    private final EventInvitations invitations;
    private final EventOpinions opinions;
    private final EventTexts texts;

    EventRecord(Events events, EventInvitations invitations, EventOpinions opinions, EventTexts texts) {
        this.events = events;
        this.invitations = invitations;
        this.opinions = opinions;
        this.texts = texts;
    }

    void keep(String number, Map<String, Object> form) {
        List<String> present = chosen(form, "present");
        List<String> excused = chosen(form, "excused");
        if (excused.stream().anyMatch(present::contains)) throw texts.refusal("excused", "excused");
        chosen(form, "dropped").forEach(id -> opinions.drop(number, Long.parseLong(id)));
        List<Fault> faults = new ArrayList<>();
        for (int slot = 1; slot <= SLOTS; slot++) opinion(number, form, slot, present, faults);
        if (opinions.of(number).size() > MOST_OPINIONS)
            faults.add(new Fault("text1", texts.of("refusal.opinions", MOST_OPINIONS)));
        opinions.of(number).stream()
                .filter(one -> one.kind() != Opinion.Kind.QUESTION)
                .filter(one -> !present.contains(String.valueOf(one.speaker())))
                .findFirst()
                .ifPresent(one -> faults.add(new Fault("present", texts.of("refusal.speaker-gone", one.text()))));
        if (!faults.isEmpty()) throw new Refusal(faults);
        for (Invitation one : invitations.staying(number)) attend(one, present, excused);
        events.minutes(number, required(form, "minutes"));
    }

    private void attend(Invitation one, List<String> present, List<String> excused) {
        String id = String.valueOf(one.id());
        if (present.contains(id)) {
            invitations.signIn(one.id(), SignIn.RECORD);
            return;
        }
        if (one.signedInAt() != null) invitations.signOut(one.id());
        invitations.attend(one.id(), excused.contains(id) ? Attendance.EXCUSED : Attendance.ABSENT);
    }

    private void opinion(String number, Map<String, Object> form, int slot, List<String> present, List<Fault> faults) {
        String speaker = text(form, "speaker" + slot);
        String kind = text(form, "kind" + slot);
        String text = text(form, "text" + slot);
        if (speaker == null && text == null) return;
        if (speaker == null) faults.add(new Fault("speaker" + slot, texts.of("refusal.speaker")));
        else if (!present.contains(speaker)) faults.add(new Fault("speaker" + slot, texts.of("refusal.not-present")));
        if (kind == null) faults.add(new Fault("kind" + slot, texts.of("refusal.kind")));
        if (text == null) faults.add(new Fault("text" + slot, texts.of("refusal.text")));
        if (faults.isEmpty() && speaker != null && kind != null && text != null)
            opinions.add(number, Long.parseLong(speaker), Opinion.Kind.valueOf(kind), text);
    }
}
