package org.tiyanguan.event;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.WrongSubmissions;

/** Wrong submissions to the forms of events. */
@IntegrationTest
@AtTime("2026-03-16T10:00:00")
public class WrongSubmissionsTest extends WrongSubmissions {

    public static final String TABLE = """
            # plan-event | center | {"title":"第一季度座谈会","kind":"SYMPOSIUM"}
            title | {"title":"短"}
            title | {"title":"%LONG%"}
            kind | {"kind":"PARTY"}
            kind | {"kind":null}
            eventNumber | {"eventNumber":"HD-2026-000001"}
            # center-plan-event | center | {"plan":"SUBMIT","title":"第一季度座谈会","place":"三楼会议室","startsAt":"2026-03-20T14:00+08:00","endsAt":"2026-03-20T16:00+08:00","replyDue":"2026-03-18T17:30+08:00","capacity":20,"officers":["officer"]}
            plan | {"plan":"MAYBE"}
            title | {"title":null}
            place | {"place":"%LONG%"}
            place | {"place":" "}
            startsAt | {"startsAt":"明天"}
            startsAt | {"startsAt":"2026-03-20"}
            startsAt | {"startsAt":null}
            startsAt | {"startsAt":"2026-03-16T09:59+08:00"}
            endsAt | {"endsAt":"2026-03-20T14:00+08:00"}
            endsAt | {"endsAt":"2026-03-19T14:00+08:00"}
            replyDue | {"replyDue":"2026-03-20T14:01+08:00"}
            replyDue | {"replyDue":"2026-03-15T14:00+08:00"}
            dayOffReason | {"startsAt":"2026-03-21T14:00+08:00","endsAt":"2026-03-21T16:00+08:00"}
            dayOffReason | {"startsAt":"2026-05-01T14:00+08:00","endsAt":"2026-05-01T16:00+08:00","dayOffReason":"  "}
            dayOffReason | {"dayOffReason":"%LONG%"}
            capacity | {"capacity":0}
            capacity | {"capacity":1.5}
            capacity | {"capacity":1,"officers":["officer","officer2"]}
            capacity | {"capacity":1,"departments":["dept-gongan"]}
            agenda | {"agenda":"%LONG%"}
            everybody | {"everybody":"yes"}
            categories | {"categories":["NOBODY"]}
            categories | {"everybody":true,"officers":null,"categories":["PUBLIC"]}
            officers | {"officers":[]}
            officers | {"officers":["center"]}
            officers | {"officers":["officer","officer"]}
            officers | {"officers":"officer"}
            departments | {"departments":["dept-nobody"]}
            units | {"units":["unit-nobody"]}
            state | {"state":"CLOSED"}
            # leader-approve-event | leader | {"approval":"APPROVE"}
            approval | {"approval":null}
            approval | {"approval":"MAYBE"}
            approvalReason | {"approval":"BACK"}
            approvalReason | {"approval":"DROP","approvalReason":"否"}
            approvalReason | {"approvalReason":"同意"}
            eventNumber | {"eventNumber":"HD-2026-000001"}
            # officer-reply-event | officer | {"reply":"YES"}
            reply | {"reply":null}
            reply | {"reply":"NONE"}
            reason | {"reply":"NO"}
            reason | {"reply":"NO","reason":"%LONG%"}
            reason | {"reason":"那天出差"}
            question | {"reply":"QUESTION"}
            question | {"question":"几点结束？"}
            invitation | {"invitation":1}
            compulsory | {"compulsory":false}
            # center-answer-question | center | {"answer":"可以，请提前告诉我们。"}
            answer | {"answer":null}
            answer | {"answer":" "}
            answer | {"answer":"%LONG%"}
            question | {"question":"别的"}
            # center-record-event | center | {"record":"DONE","minutes":"会议听取了体验官的意见。","present":["{officer}"],"excused":["{officer2}"],"speaker1":"{officer}","kind1":"PROBLEM","text1":"排队太久"}
            record | {"record":"LATER"}
            minutes | {"minutes":null}
            minutes | {"minutes":"短"}
            present | {"present":["0"]}
            present | {"present":["officer"]}
            excused | {"excused":["{officer}"]}
            excused | {"excused":["{officer2}","{officer2}"]}
            dropped | {"dropped":["1"]}
            speaker1 | {"speaker1":null}
            speaker1 | {"speaker1":"{officer2}"}
            speaker1 | {"speaker1":"officer"}
            kind1 | {"kind1":null}
            kind1 | {"kind1":"QUESTION"}
            text1 | {"text1":null}
            text1 | {"text1":"%LONG%"}
            text2 | {"speaker2":"{officer}","kind2":"PROBLEM"}
            speaker4 | {"speaker4":"{officer}"}
            # officer-confirm-minutes | officer | {"agreement":"AGREE"}
            agreement | {"agreement":null}
            agreement | {"agreement":"SILENT"}
            correction | {"agreement":"OBJECT"}
            correction | {"correction":"是三楼"}
            minutes | {"minutes":"没有这回事"}
            # center-correct-minutes | center | {"minutes":"会议听取了体验官对三楼的意见。","correctionAnswer":"已改为三楼。"}
            minutes | {"minutes":"短"}
            minutes | {"minutes":null}
            correctionAnswer | {"correctionAnswer":null}
            correctionAnswer | {"correctionAnswer":"%LONG%"}
            # center-settle-opinions | center | {"settlement":"FINDING","kind":"PROBLEM","title":"排队太久","description":"等了两个小时","place":"二楼A区","occurredOn":"2026-03-20","serviceItem":"户口迁移","urgency":"NORMAL"}
            settlement | {"settlement":"FORGET"}
            settlement | {"settlement":null}
            kind | {"kind":"QUESTION"}
            title | {"title":null}
            title | {"title":"%LONG%"}
            description | {"description":"%LONG%"}
            place | {"place":null}
            occurredOn | {"occurredOn":"2026-04-30"}
            occurredOn | {"occurredOn":"那天"}
            serviceItem | {"serviceItem":null}
            urgency | {"urgency":"SOON"}
            answer | {"answer":"谢谢"}
            answer | {"settlement":"ANSWER","kind":null,"title":null,"description":null,"place":null,"occurredOn":null,"serviceItem":null,"urgency":null}
            opinion | {"opinion":1}
            """;

    @Autowired
    Eventing eventing;

    @Override
    protected String table() {
        return TABLE;
    }

    @Override
    protected String caseAt(String form) {
        if (form.equals("plan-event")) return null;
        if (form.equals("center-plan-event")) return eventing.registered("SYMPOSIUM");
        if (form.equals("leader-approve-event")) return eventing.planned("SUMMARY", eventing.plan("officer"));
        String number = eventing.symposium("officer", "officer2");
        if (form.equals("officer-reply-event")) return number;
        if (form.equals("center-answer-question")) {
            eventing.reply("officer", number, "QUESTION", "几点结束？");
            return number;
        }
        eventing.timePassesTo(number, "2026-03-20T16:00:00");
        if (form.equals("center-record-event")) return number;
        Map<String, Object> record = eventing.record(number, "officer");
        eventing.said(record, number, 1, "officer", "PROBLEM", "排队太久");
        eventing.complete("center", number, "center-record-event", record);
        if (form.equals("officer-confirm-minutes")) return number;
        boolean agrees = form.equals("center-settle-opinions");
        eventing.complete(
                "officer",
                number,
                "officer-confirm-minutes",
                agrees ? Map.of("agreement", "AGREE") : Map.of("agreement", "OBJECT", "correction", "是三楼"));
        return number;
    }

    /** Who was there is chosen by the ids of their invitations. */
    @Override
    protected ResponseEntity<String> submit(Form form, String number, String change, String how) throws Exception {
        if (!form.name().equals("center-record-event")) return super.submit(form, number, change, how);
        Form known = new Form(form.name(), form.user(), withIds(form.right(), number), List.of());
        return super.submit(known, number, withIds(change, number), how);
    }

    private String withIds(String text, String number) {
        return text.replace(
                        "{officer}", "" + eventing.invitation("officer", number).id())
                .replace(
                        "{officer2}",
                        "" + eventing.invitation("officer2", number).id());
    }

    @Override
    protected String processStartedBy(String form) {
        return "event";
    }

    @Override
    protected String taskOf(String form, String number) {
        String user = form.startsWith("officer") ? "officer" : form.startsWith("leader") ? "leader" : "center";
        return eventing.tasks(number).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(form))
                .filter(task -> task.getAssignee() == null || task.getAssignee().equals(user))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    @Override
    protected String stateOf(String number) {
        return eventing.openTasks(number).toString() + eventing.stateOf(number);
    }
}
