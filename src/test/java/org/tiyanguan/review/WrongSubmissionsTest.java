package org.tiyanguan.review;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.WrongSubmissions;
import org.tiyanguan.officer.OfficerCategory;

/** Wrong submissions to the forms of reviews. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
public class WrongSubmissionsTest extends WrongSubmissions {

    public static final String TABLE = """
            # officer-report-duty | officer | {"dutyReport":"参加体验六次。"}
            dutyReport | {"dutyReport":"%LONG%"}
            measure | {"measure":"COMMEND"}
            # center-review | center | {"review":"PROPOSE","grade":"PASS","measure":"RENEW","termMonths":12}
            review | {"review":"MAYBE"}
            review | {"review":null}
            grade | {"grade":"SUPERB"}
            grade | {"grade":null}
            measure | {"measure":"FINE"}
            measure | {"measure":"END"}
            termMonths | {"termMonths":0}
            termMonths | {"termMonths":61}
            reason | {"measure":"DISMISS"}
            reason | {"grade":"GOOD"}
            reason | {"reason":"%LONG%"}
            excused | {"excused":1}
            excused | {"review":"RECOUNT","grade":null,"measure":null,"termMonths":null,"excused":7,"excusedReason":"住院"}
            excused | {"review":"RECOUNT","grade":null,"measure":null,"termMonths":null}
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
        String number = reviewing.opened(officer(), Cause.BREACH);
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
        return jdbc.sql(
                        "select concat(grade, measure, reason, excused, duty_report, objection, ruling) from officer_review where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    /** The one whose tasks they are has a term, and no other open review. */
    private String officer() {
        if (jdbc.sql("select count(*) from officer where account = 'officer'")
                        .query(Integer.class)
                        .single()
                == 0) reviewing.appointed("officer", OfficerCategory.PUBLIC, "2025-03-01", "2026-12-31");
        jdbc.sql("update officer_review set opened_for = null where account = 'officer'")
                .update();
        return "officer";
    }
}
