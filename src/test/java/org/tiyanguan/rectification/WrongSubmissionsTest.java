package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.WrongSubmissions;
import org.tiyanguan.engine.EngineClock;

/** Wrong submissions to the forms of the loop. */
@IntegrationTest
public class WrongSubmissionsTest extends WrongSubmissions {

    public static final String TABLE = """
            # report-finding | center | {"kind":"PROBLEM","title":"排队过久","description":"等了两个小时","place":"二楼A区","occurredOn":"2026-02-02","serviceItem":"户口迁移","urgency":"NORMAL","channel":"OFFICER","officer":"officer"}
            kind | {"kind":null}
            kind | {"kind":"WISH"}
            kind | {"kind":1}
            title | {"title":"   "}
            title | {"title":"%LONG%"}
            title | {"title":5}
            title | {"title":"一行\\n两行"}
            title | {"title":"空\\u0000字"}
            title | {"title":"半个\\ud83d字"}
            description | {"description":""}
            description | {"description":"%LONG%"}
            description | {"description":{"type":"Object","value":"{}","valueInfo":{"objectTypeName":"java.util.HashMap","serializationDataFormat":"application/json"}}}
            place | {"place":null}
            occurredOn | {"occurredOn":"2026-02-30"}
            occurredOn | {"occurredOn":"昨天"}
            occurredOn | {"occurredOn":20260202}
            occurredOn | {"occurredOn":{"type":"Date","value":"2026-02-02T00:00:00.000+0800"}}
            occurredOn | {"occurredOn":"2026-03-03"}
            serviceItem | {"serviceItem":"%LONG%"}
            urgency | {"urgency":"urgent"}
            channel | {"channel":""}
            officer | {"officer":null}
            officer | {"channel":"HOTLINE"}
            reporterName | {"reporterName":"吴女士"}
            reporterPhone | {"channel":"VISIT","officer":null,"reporterPhone":"12345"}
            reporterEmail | {"channel":"VISIT","officer":null,"reporterEmail":"wu@example"}
            reporterEmail | {"channel":"VISIT","officer":null,"reporterEmail":"wu@example.com\\nBcc: all@example.com"}
            ledgerNumber | {"ledgerNumber":"TYG-2026-000001"}
            # center-triage | center | {"triage":"ACCEPT","triageReason":"情况属实，予以受理"}
            topic | {"topic":null}
            topic | {"topic":"PARKING"}
            topic | {"topic":["OTHER"]}
            triage | {"triage":null}
            triage | {"triage":"CLOSE"}
            triageReason | {"triageReason":"短"}
            triageReason | {"triageReason":"    短    "}
            triageReason | {"triageReason":"%LONG%"}
            mergeInto | {"triage":"MERGE"}
            mergeInto | {"triage":"MERGE","mergeInto":"TYG-26-1"}
            mergeInto | {"mergeInto":"TYG-2026-000001"}
            needsOthers | {"needsOthers":"yes"}
            needsOthers | {"triage":"ANSWER","needsOthers":true}
            publicTitle | {"publicTitle":""}
            publicTitle | {"triage":"ANSWER","publicTitle":"排队过久"}
            publicDescription | {"publicDescription":["分流"]}
            publicTitle | {"publicTitle":"%LONG%"}
            publicPlace | {"publicPlace":7}
            publicServiceItem | {"publicServiceItem":null}
            caseView | {"caseView":{"number":"TYG-2026-000001"}}
            partId | {"partId":1}
            # center-assign | center | {"department1":"gongan","instruction1":"增开窗口","acceptDays":1,"rectifyDays":5,"remindDays":1}
            department1 | {"department1":"nobody"}
            department1 | {"department1":null,"instruction1":null}
            instruction1 | {"instruction1":"增"}
            instruction2 | {"instruction2":"增开窗口"}
            department3 | {"department3":"shebao"}
            acceptDays | {"acceptDays":0,"deadlineReason":"需要调配人员"}
            acceptDays | {"acceptDays":"1"}
            rectifyDays | {"rectifyDays":2.5,"deadlineReason":"需要调配人员"}
            rectifyDays | {"rectifyDays":1000000,"deadlineReason":"需要调配人员"}
            remindDays | {"remindDays":null,"deadlineReason":"需要调配人员"}
            remindDays | {"remindDays":9,"deadlineReason":"需要调配人员"}
            deadlineReason | {"rectifyDays":8}
            deadlineReason | {"deadlineReason":"没有改时限也写了理由"}
            # department-accept | gongan | {"acceptance":"ACCEPT"}
            acceptance | {"acceptance":"MAYBE"}
            acceptance | {"acceptance":true}
            sendBackReason | {"acceptance":"SEND_BACK"}
            sendBackReason | {"sendBackReason":"不属于本单位职责"}
            outcome | {"outcome":"SEND_BACK"}
            # center-reassign | center | {"department":"shebao","reassignReason":"应由社保窗口办理"}
            department | {"department":"nobody"}
            department | {"department":["shebao"]}
            reassignReason | {"reassignReason":null}
            # leader-decide-department | leader | {"department":"gongan","reassignReason":"经研究由公安窗口牵头"}
            department | {"department":""}
            reassignReason | {"reassignReason":"请办"}
            binding | {"binding":false}
            # department-rectify | gongan | {"progress":"DONE","result":"已增开两个窗口，平均等候二十分钟。"}
            progress | {"progress":"?","result":null}
            result | {"result":"好"}
            result | {"result":"%LONG%"}
            extensionUntil | {"extensionUntil":"2026-03-20"}
            extensionUntil | {"progress":"EXTEND","result":null,"extensionUntil":"下周","extensionReason":"设备采购需要时间"}
            extensionUntil | {"progress":"EXTEND","result":null,"extensionReason":"设备采购需要时间"}
            extensionReason | {"progress":"EXTEND","result":null,"extensionUntil":"2026-03-20"}
            # leader-decide-extension | leader | {"extensionDecision":"GRANT","extensionUntil":"2026-03-20","decisionReason":"同意"}
            extensionDecision | {"extensionDecision":"MAYBE","extensionUntil":null}
            extensionUntil | {"extensionUntil":"2026-13-01"}
            extensionUntil | {"extensionUntil":"2026-03-03"}
            decisionReason | {"decisionReason":"好"}
            # department-rectify-again | gongan | {"progress":"DONE","result":"已增开两个窗口，平均等候二十分钟。"}
            progress | {"progress":"EXTEND","result":null,"extensionUntil":"2026-03-27","extensionReason":"设备采购需要时间"}
            # leader-supervise | leader | {"supervision":"请公安窗口三日内办结"}
            supervision | {"supervision":"快"}
            supervision | {"supervision":null}
            # center-verify | center | {"verification":"GOOD","verifyMethod":"ON_SITE","verifyNote":"现场查看属实","answer":"窗口已增开两个，欢迎再来体验。"}
            verification | {"verification":"?","answer":null}
            verifyMethod | {"verifyMethod":null}
            verifyNote | {"verifyNote":"好"}
            answer | {"answer":"好的"}
            rework | {"verification":"REWORK","answer":null,"rework":[],"reworkDays":3}
            rework | {"verification":"REWORK","answer":null,"rework":["shebao"],"reworkDays":3}
            rework | {"verification":"REWORK","answer":null,"rework":["gongan","gongan"],"reworkDays":3}
            rework | {"verification":"REWORK","answer":null,"rework":"gongan","reworkDays":3}
            rework | {"verification":"REWORK","answer":null,"rework":{"type":"Json","value":"[\\"gongan\\""},"reworkDays":3}
            reworkDays | {"verification":"REWORK","answer":null,"rework":["gongan"],"reworkDays":0}
            reworkDays | {"reworkDays":3}
            # officer-confirm | officer | {"confirmation":"CONFIRM","rating":"5"}
            confirmation | {"confirmation":"?","rating":null}
            rating | {"rating":"6"}
            rating | {"rating":null}
            rating | {"rating":5}
            objection | {"confirmation":"OBJECT","rating":null}
            objection | {"objection":"我昨天去仍然只有一个窗口"}
            # colleague-opinion | gongan-head | {"opinion":"可以先增开一个窗口"}
            opinion | {"opinion":"好"}
            opinion | {"opinion":null}
            opinion | {"opinion":"%LONG%"}
            question | {"question":"别的问题"}
            """;

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    LoopVariables variables;

    @Autowired
    EngineClock clock;

    @BeforeEach
    void on_a_monday_in_march() {
        Loop.now("2026-03-02T10:00:00");
    }

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() throws Exception {
        Form triage = forms().filter(form -> form.name().equals("center-triage"))
                .findFirst()
                .orElseThrow();
        String answer = submit(triage, loop.report(), """
                {"triage":"CLOSE","triageReason":"短","secret":"x"}""", "complete").getBody();
        assertThat(new ObjectMapper().readTree(answer).path("message").asText().lines())
                .containsExactly("请在列出的选项里选择“如何处理”", "“理由或答复”至少写 5 个字", "这张表里没有“secret”这一项，请刷新页面后重新填写");
    }

    @Override
    protected String table() {
        return TABLE;
    }

    @Override
    protected String caseAt(String form) {
        return switch (form) {
            case "report-finding" -> null;
            case "center-triage" -> loop.report();
            case "center-assign" -> loop.accepted();
            case "department-accept" -> loop.assigned("gongan");
            case "center-reassign" -> sentBack("gongan");
            case "leader-decide-department" -> {
                String number = sentBack("gongan");
                loop.complete(
                        "center",
                        number,
                        "center-reassign",
                        Map.of("department", "shebao", "reassignReason", "应由社保窗口办理"));
                loop.sendBack(number, "shebao");
                yield number;
            }
            case "department-rectify" -> loop.rectifying();
            case "leader-decide-extension" -> extensionAsked();
            case "department-rectify-again" -> {
                String number = extensionAsked();
                loop.complete(
                        "leader",
                        number,
                        "leader-decide-extension",
                        Map.of("extensionDecision", "REFUSE", "decisionReason", "请按期完成"));
                yield number;
            }
            case "leader-supervise" -> {
                String number = loop.rectifying();
                loop.timePassesTo(number, "2026-03-12T17:30:00");
                yield number;
            }
            case "center-verify" -> loop.verifying();
            case "officer-confirm" -> loop.confirming();
            case "colleague-opinion" -> opinionAsked();
            default -> throw new IllegalArgumentException(form);
        };
    }

    private String sentBack(String department) {
        String number = loop.assigned(department);
        loop.sendBack(number, department);
        return number;
    }

    private String extensionAsked() {
        String number = loop.rectifying();
        loop.complete(
                "gongan",
                number,
                "department-rectify",
                Map.of("progress", "EXTEND", "extensionUntil", "2026-03-20", "extensionReason", "设备采购需要时间"));
        return number;
    }

    private String opinionAsked() {
        String number = loop.rectifying();
        String task = loop.task(number, "department-rectify").getId();
        Browser.of(port, "gongan")
                .postAsTasklist(
                        "/camunda/api/colleagues/" + task + "/ask-opinion",
                        "{\"colleague\":\"gongan-head\",\"note\":\"增开窗口可行吗？\"}");
        return number;
    }

    @Override
    protected String processStartedBy(String form) {
        return "rectification";
    }

    @Override
    protected String taskOf(String form, String number) {
        return loop.task(
                        number,
                        switch (form) {
                            case "department-rectify-again" -> "department-rectify";
                            case "colleague-opinion" -> "colleague-give-opinion";
                            default -> form;
                        })
                .getId();
    }

    @Override
    protected String stateOf(String number) {
        return loop.ended(number)
                ? "ended"
                : loop.openTasks(number) + " " + variables.of(number) + " " + loop.acts(number);
    }
}
