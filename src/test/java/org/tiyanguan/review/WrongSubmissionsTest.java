package org.tiyanguan.review;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.WrongSubmissions;

/** Wrong submissions to the forms of reviews. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
public class WrongSubmissionsTest extends WrongSubmissions {

    public static final String TABLE = """
            # officer-report-duty | officer | {"dutyReport":"参加体验六次。"}
            dutyReport | {"dutyReport":"%LONG%"}
            measure | {"measure":"COMMEND"}
            # center-review | center | {"review":"PROPOSE","grade":"PASS","measure":"RENEW","termMonths":12,"reason":"情况正常"}
            review | {"review":"MAYBE"}
            review | {"review":null}
            grade | {"grade":"SUPERB"}
            grade | {"grade":null}
            measure | {"measure":"FINE"}
            measure | {"measure":"END"}
            termMonths | {"termMonths":0}
            termMonths | {"termMonths":61}
            reason | {"measure":"DISMISS","reason":null}
            reason | {"grade":"GOOD","reason":null}
            reason | {"reason":"%LONG%"}
            excused | {"excused":1}
            excused | {"review":"RECOUNT","grade":null,"measure":null,"termMonths":null,"reason":null,"excused":7,"excusedReason":"住院"}
            proposal | {"proposal":"{}"}
            # leader-decide-review | leader | {"decision":"APPROVE","measure":"DISMISS"}
            decision | {"decision":"MAYBE"}
            decision | {"decision":null}
            measure | {"measure":null}
            measure | {"measure":"END","decisionReason":"算了"}
            decisionReason | {"measure":"WARN"}
            decisionReason | {"decision":"BACK","measure":null}
            decisionReason | {"decisionReason":"%LONG%"}
            # officer-object | officer | {"objection":"并无此事"}
            objection | {"objection":"%LONG%"}
            measure | {"measure":"RENEW"}
            # leader-decide-objection | leader | {"ruling":"UPHOLD","rulingReason":"经核实，情况如下。"}
            ruling | {"ruling":"MAYBE"}
            ruling | {"ruling":null}
            rulingReason | {"rulingReason":null}
            rulingReason | {"rulingReason":"短"}
            rulingReason | {"rulingReason":"%LONG%"}
            """;

    @Autowired
    Reviewing reviewing;

    @Autowired
    JdbcClient jdbc;

    @Override
    protected String table() {
        return TABLE;
    }

    @Override
    protected String caseAt(String form) {
        reviewing.inOffice("officer");
        String number = reviewing.opened("officer", Cause.BREACH);
        if (form.equals("officer-report-duty")) return number;
        if (form.equals("center-review")) {
            jdbc.sql("update officer_review set cause = 'ANNUAL' where number = :number")
                    .param("number", number)
                    .update();
            reviewing.reports("officer", number);
            return number;
        }
        reviewing.reports("officer", number);
        reviewing.judges(number, "FAIL", "DISMISS", "收受好处");
        if (form.equals("leader-decide-review")) return number;
        reviewing.decides(number, "DISMISS", null);
        if (form.equals("officer-object")) return number;
        reviewing.objects("officer", number, "并无此事");
        return number;
    }

    @Override
    protected String processStartedBy(String form) {
        return ReviewDiagram.KEY;
    }

    @Override
    protected String taskOf(String form, String number) {
        return reviewing.task(number, form).getId();
    }

    @Override
    protected String stateOf(String number) {
        return reviewing.openTasks(number)
                + jdbc.sql(
                                "select concat(grade, measure, reason, excused, duty_report, objection, ruling) from officer_review where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single();
    }
}
