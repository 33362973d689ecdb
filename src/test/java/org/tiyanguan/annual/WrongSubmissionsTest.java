package org.tiyanguan.annual;

import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.WrongSubmissions;

/** Wrong submissions to the forms of year-end summaries. */
@IntegrationTest
@AtTime("2026-12-01T09:00:00")
public class WrongSubmissionsTest extends WrongSubmissions {

    public static final String TABLE = """
            # department-check-figures | gongan | {"agreement":"AGREE"}
            agreement | {"agreement":"MAYBE"}
            agreement | {"agreement":null}
            contested | {"agreement":"CONTEST","contestReason":"我们没有超期"}
            contested | {"agreement":"CONTEST","contested":"TYG-2026-999999","contestReason":"我们没有超期"}
            contestReason | {"agreement":"CONTEST","contested":"TYG-2026-999999","contestReason":"短"}
            contestReason | {"agreement":"CONTEST","contested":"TYG-2026-999999","contestReason":"%LONG%"}
            answerReason | {"answerReason":"自己答复"}
            # center-answer-contest | center | {"contestAnswer":"STANDS","answerReason":"经核实，数据不变。"}
            contestAnswer | {"contestAnswer":"MAYBE"}
            contestAnswer | {"contestAnswer":null}
            answerReason | {"answerReason":null}
            answerReason | {"answerReason":"短"}
            answerReason | {"answerReason":"%LONG%"}
            # officer-annual-opinion | officer | {"opinionText":"希望多安排周末体验"}
            opinionText | {"opinionText":"%LONG%"}
            adoption | {"adoption":"ADOPTED"}
            # center-draft-report | center | {"note":"请审定"}
            note | {"note":"%LONG%"}
            approval | {"approval":"APPROVE"}
            # leader-approve-report | leader | {"approval":"APPROVE"}
            approval | {"approval":"MAYBE"}
            approval | {"approval":null}
            approvalReason | {"approval":"BACK"}
            approvalReason | {"approval":"BACK","approvalReason":"%LONG%"}
            struck | {"struck":["yibao"],"struckReason":"系统故障"}
            struck | {"struck":["gongan","yibao"],"struckReason":"系统故障"}
            struck | {"struck":"gongan","struckReason":"系统故障"}
            struckReason | {"struck":["gongan"]}
            struckReason | {"struck":["gongan"],"struckReason":"%LONG%"}
            # center-decide-meeting | center | {"meetingDecision":"WITHOUT","meetingNote":"书面征求了意见"}
            meetingDecision | {"meetingDecision":"MAYBE"}
            meetingDecision | {"meetingDecision":null}
            meetingNote | {"meetingNote":null}
            meetingNote | {"meetingNote":"短"}
            meetingNote | {"meetingNote":"%LONG%"}
            held | {"held":true}
            # center-answer-opinions | center | {"adoption":"ADOPTED","answer":"明年每季度安排一次。"}
            adoption | {"adoption":"MAYBE"}
            adoption | {"adoption":null}
            answer | {"answer":null}
            answer | {"answer":"短"}
            answer | {"answer":"%LONG%"}
            # leader-issue | leader | {"release":"ISSUE"}
            release | {"release":"MAYBE"}
            release | {"release":null}
            releaseReason | {"release":"BACK"}
            releaseReason | {"release":"BACK","releaseReason":"%LONG%"}
            # center-correct-report | center | {"correction":"SUBMIT","note":"已改好"}
            correction | {"correction":"MAYBE"}
            correction | {"correction":null}
            note | {"note":"%LONG%"}
            # leader-approve-correction | leader | {"approval":"APPROVE"}
            approval | {"approval":"MAYBE"}
            approval | {"approval":null}
            approvalReason | {"approval":"BACK"}
            approvalReason | {"approval":"BACK","approvalReason":"%LONG%"}
            """;

    @Autowired
    Summing summing;

    @Autowired
    YearLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Override
    protected String table() {
        return TABLE;
    }

    @Override
    protected String caseAt(String form) {
        summing.afresh();
        ledger.empty();
        String entry = ledger.entries("gongan", 12, 5);
        switch (form) {
            case "department-check-figures", "officer-annual-opinion", "center-draft-report" -> summing.opened();
            case "center-answer-contest" -> {
                summing.opened();
                summing.contests("gongan", entry, "我们没有超期");
            }
            case "leader-approve-report" -> summing.submitted();
            case "center-decide-meeting" -> {
                summing.approved();
                summing.dropsMeeting();
            }
            case "center-answer-opinions" -> {
                summing.opened();
                summing.says("officer", "希望多安排周末体验");
                summing.gathered();
                summing.approves();
                summing.dropsMeeting();
                summing.complete(
                        "center",
                        "center-decide-meeting",
                        Map.of("meetingDecision", "WITHOUT", "meetingNote", "书面征求了意见"));
            }
            case "leader-issue" -> summing.ready();
            default -> {
                summing.issued();
                summing.asksForCorrection(false);
                if (form.equals("leader-approve-correction"))
                    summing.complete("center", "center-correct-report", Map.of("correction", "SUBMIT"));
            }
        }
        return Summing.NUMBER;
    }

    @Override
    protected String processStartedBy(String form) {
        return AnnualDiagram.KEY;
    }

    @Override
    protected String taskOf(String form, String number) {
        return switch (form) {
            case "department-check-figures" -> summing.check("gongan").getId();
            case "officer-annual-opinion" ->
                summing.open(form).stream()
                        .filter(task ->
                                task.getAssignee() == null || task.getAssignee().equals("officer"))
                        .findFirst()
                        .orElseThrow()
                        .getId();
            default -> summing.task(form).getId();
        };
    }

    @Override
    protected String stateOf(String number) {
        return summing.openTasks() + jdbc.sql("""
                                select concat(s.note, s.meeting_note,
                                    (select string_agg(concat(v.version, v.state, v.remark), ',') from annual_version v),
                                    (select string_agg(concat(c.outcome), ',' order by c.id) from annual_check c),
                                    (select string_agg(concat(t.ledger, t.answer), ',') from annual_contest t),
                                    (select string_agg(concat(o.text, o.adoption, o.answer), ',' order by o.id) from annual_opinion o),
                                    (select string_agg(concat(l.struck_reason), ',') from annual_listed l))
                                from annual_summary s""").query(String.class).single();
    }
}
