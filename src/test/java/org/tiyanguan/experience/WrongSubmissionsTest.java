package org.tiyanguan.experience;

import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.WrongSubmissions;

/** Wrong submissions to the forms of experiencing. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
public class WrongSubmissionsTest extends WrongSubmissions {

    public static final String TABLE = """
            # plan-assignment | center | {"title":"户籍窗口体验","mode":"ONLINE"}
            title | {"title":"短"}
            title | {"title":"%LONG%"}
            mode | {"mode":"BY_PHONE"}
            mode | {"mode":null}
            assignmentNumber | {"assignmentNumber":"RW-2026-0001"}
            # center-plan-assignment | center | {"plan":"SEND","title":"户籍窗口暗访","visitKind":"UNANNOUNCED","department":"gongan","place":"二楼A区","checklist":"{checklist}","firstDay":"2026-03-03","lastDay":"2026-03-10","choice":"NAMED","officers":["officer"]}
            plan | {"plan":"MAYBE"}
            title | {"title":null}
            visitKind | {"visitKind":"SECRET"}
            department | {"department":"nobody"}
            place | {"place":null}
            place | {"place":"%LONG%"}
            serviceItem | {"serviceItem":"%LONG%"}
            checklist | {"checklist":null}
            checklist | {"checklist":"999"}
            firstDay | {"firstDay":"明天"}
            firstDay | {"firstDay":"2026-03-01"}
            lastDay | {"lastDay":"2026-03-02"}
            choice | {"choice":"ALL"}
            officers | {"officers":[]}
            officers | {"officers":["center"]}
            officers | {"officers":"officer"}
            count | {"count":2}
            count | {"choice":"DRAWN","officers":null,"count":0}
            count | {"choice":"DRAWN","officers":null,"count":50}
            instruction | {"instruction":"%LONG%"}
            state | {"state":"RUNNING"}
            # center-plan-look-back | center | {"plan":"SEND","officer":"officer4"}
            plan | {"plan":null}
            plan | {"plan":"MAYBE"}
            officer | {"officer":null}
            officer | {"officer":"officer"}
            officer | {"officer":"center"}
            officer | {"plan":"DROP","dropReason":"窗口已经撤销"}
            dropReason | {"dropReason":"窗口已经撤销"}
            dropReason | {"plan":"DROP","officer":null}
            dropReason | {"plan":"DROP","officer":null,"dropReason":"%LONG%"}
            # officer-reply | officer | {"reply":"YES"}
            reply | {"reply":null}
            reply | {"reply":"MAYBE"}
            declineReason | {"reply":"NO"}
            declineReason | {"declineReason":"那几天出差"}
            visit | {"visit":1}
            # officer-experience | officer | {}
            visit | {"visit":1}
            rating-0 | {"rating-0":"5"}
            """;

    @Autowired
    Experiencing experiencing;

    @Autowired
    Records records;

    @Autowired
    LookingBack lookingBack;

    private int last = 7000;

    @Override
    protected String table() {
        return TABLE.replace("{checklist}", experiencing.checklist());
    }

    @Override
    protected String caseAt(String form) {
        if (form.equals("plan-assignment")) return null;
        if (form.equals("center-plan-assignment")) return experiencing.registered();
        if (form.equals("center-plan-look-back")) return waiting();
        String number = experiencing.planned(experiencing.plan("officer"));
        if (form.equals("officer-experience")) {
            experiencing.reply("officer", number, "YES", null);
            experiencing.draft("officer", number, 0);
        }
        return number;
    }

    private String waiting() {
        lookingBack.over();
        return lookingBack.waiting(++last);
    }

    @Override
    protected String processStartedBy(String form) {
        return "experience";
    }

    @Override
    protected String taskOf(String form, String number) {
        return experiencing
                .task(form.startsWith("officer") ? "officer" : "center", number, form)
                .getId();
    }

    @Override
    protected String stateOf(String number) {
        return experiencing.openTasks(number).toString() + experiencing.stateOf(number);
    }
}
