package org.tiyanguan.recruitment;

import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.WrongSubmissions;
import org.tiyanguan.recruitment.site.ObjectionIntake;

/** Wrong submissions to the forms of recruitment. */
@IntegrationTest
public class WrongSubmissionsTest extends WrongSubmissions {

    public static final String TABLE = """
            # recruitment-call | center | {"title":"2026 年政务服务体验官招募"}
            title | {"title":"短"}
            title | {"title":null}
            callNumber | {"callNumber":"ZM-2026-001"}
            # center-draft-call | center | {"draft":"SUBMIT","title":"2026 年政务服务体验官招募","text":"欢迎关心政务服务的朋友报名，一起把大厅办得更好。","opensOn":"2026-03-03","closesOn":"2026-03-13","placesPublic":1,"placesEnterprise":0,"placesUnit":0,"placesSupervisor":0,"termMonths":12,"noticeDays":5,"units":["unit-zgh"]}
            draft | {"draft":"PUBLISH"}
            title | {"title":"%LONG%"}
            text | {"text":"短"}
            opensOn | {"opensOn":"明天"}
            opensOn | {"opensOn":"2026-03-01"}
            closesOn | {"closesOn":null}
            closesOn | {"closesOn":"2026-03-03"}
            placesPublic | {"placesPublic":-1}
            placesPublic | {"placesPublic":0}
            placesUnit | {"placesUnit":1.5}
            termMonths | {"termMonths":0}
            noticeDays | {"noticeDays":"5"}
            units | {"units":["unit-nobody"]}
            units | {"units":"unit-zgh"}
            units | {"units":["center"]}
            state | {"state":"OPEN"}
            # leader-approve-call | leader | {"approval":"APPROVE","approvalReason":"同意公布"}
            approval | {"approval":null}
            approvalReason | {"approvalReason":"好"}
            opensOn | {"opensOn":"2026-03-02"}
            # unit-recommend | unit | {"recommendation":"PERSON","unitOpinion":"该同志热心公益，同意推荐。","unitOpinionBy":"马红","consent":true,"name":"王小明","gender":"女","birthDate":"1985-06-01","ethnicity":"汉族","education":"本科","politics":"群众","health":"良好","phone":"13800138000","email":"ren@example.org","employer":"云浮石材公司","jobTitle":"会计","address":"云浮市云城区","resume":"从事财务工作十五年，经常到政务大厅办事。"}
            recommendation | {"recommendation":"DONE"}
            recommendation | {"recommendation":null}
            name | {"name":null}
            name | {"name":"%LONG%"}
            name | {"name":"一行\\n两行"}
            gender | {"gender":"其他"}
            birthDate | {"birthDate":"2027-01-01"}
            birthDate | {"birthDate":"1985-02-30"}
            education | {"education":"幼儿园"}
            politics | {"politics":5}
            health | {"health":"  "}
            phone | {"phone":"12345"}
            phone | {"phone":13800138000}
            email | {"email":"ren@example.org\\nBcc: all@example.org"}
            employer | {"employer":null}
            jobTitle | {"jobTitle":"%LONG%"}
            address | {"address":""}
            resume | {"resume":"短"}
            resume | {"resume":"%LONG%"}
            unitOpinion | {"unitOpinion":null}
            unitOpinionBy | {"unitOpinionBy":"%LONG%"}
            consent | {"consent":false}
            consent | {"consent":"yes"}
            declineReason | {"declineReason":"今年没有合适人选"}
            unit | {"unit":"unit-gsl"}
            # self-recommendation | center | {"callNumber":"{call}","consent":true,"name":"王小明","gender":"女","birthDate":"1985-06-01","ethnicity":"汉族","education":"本科","politics":"群众","health":"良好","phone":"13800138000","email":"ren@example.org","employer":"云浮石材公司","jobTitle":"会计","address":"云浮市云城区","resume":"从事财务工作十五年，经常到政务大厅办事。"}
            name | {"name":null}
            name | {"name":"%LONG%"}
            name | {"name":"一行\\n两行"}
            gender | {"gender":"其他"}
            birthDate | {"birthDate":"2027-01-01"}
            birthDate | {"birthDate":"1985-02-30"}
            education | {"education":"幼儿园"}
            politics | {"politics":5}
            health | {"health":"  "}
            phone | {"phone":"12345"}
            phone | {"phone":13800138000}
            email | {"email":"ren@example.org\\nBcc: all@example.org"}
            employer | {"employer":null}
            jobTitle | {"jobTitle":"%LONG%"}
            address | {"address":""}
            resume | {"resume":"短"}
            resume | {"resume":"%LONG%"}
            callNumber | {"callNumber":"ZM-2026-999"}
            callNumber | {"callNumber":"' or 1=1"}
            consent | {"consent":null}
            unitOpinion | {"unitOpinion":"同意推荐"}
            applicationNumber | {"applicationNumber":"SQ-2026-000001"}
            # center-check | center | {"check":"PROPOSE","category":"PUBLIC","centerOpinion":"材料齐全，建议入选。","completionDays":null}
            check | {"check":"ACCEPT","category":null}
            category | {"category":"ALL"}
            category | {"category":null}
            centerOpinion | {"centerOpinion":"短"}
            missing | {"missing":"请补充工作单位"}
            missing | {"check":"SEND_BACK","category":null,"centerOpinion":null,"completionDays":5}
            completionDays | {"check":"SEND_BACK","category":null,"centerOpinion":null,"missing":"请补充工作单位","completionDays":0}
            # unit-opinion | unit | {"unitOpinion":"补充：该同志连续三年先进。","unitOpinionBy":"马红","name":"王小明","gender":"女","birthDate":"1985-06-01","ethnicity":"汉族","education":"本科","politics":"群众","health":"良好","phone":"13800138000","email":"ren@example.org","employer":"云浮石材公司","jobTitle":"会计","address":"云浮市云城区","resume":"从事财务工作十五年，经常到政务大厅办事。"}
            name | {"name":null}
            name | {"name":"%LONG%"}
            name | {"name":"一行\\n两行"}
            gender | {"gender":"其他"}
            birthDate | {"birthDate":"2027-01-01"}
            birthDate | {"birthDate":"1985-02-30"}
            education | {"education":"幼儿园"}
            politics | {"politics":5}
            health | {"health":"%LONG%"}
            phone | {"phone":"12345"}
            phone | {"phone":13800138000}
            email | {"email":"ren@example.org\\nBcc: all@example.org"}
            employer | {"employer":null}
            jobTitle | {"jobTitle":"%LONG%"}
            address | {"address":"%LONG%"}
            resume | {"resume":"短"}
            resume | {"resume":"%LONG%"}
            unitOpinion | {"unitOpinion":"短"}
            unitOpinionBy | {"unitOpinionBy":null}
            category | {"category":"PUBLIC"}
            # leader-decide | leader | {"decision":"APPROVE","category":"PUBLIC","decisionReason":"同意"}
            decision | {"decision":"MAYBE","category":null}
            category | {"category":null}
            category | {"decision":"REFUSE"}
            decisionReason | {"decisionReason":"好"}
            overrunReason | {"category":"SUPERVISOR"}
            overrunReason | {"overrunReason":"%LONG%"}
            # center-publish-shortlist | center | {"noticeDays":5,"noticeText":"以下人选拟聘任，公示期内可提出异议。"}
            noticeDays | {"noticeDays":0}
            noticeDays | {"noticeDays":31}
            noticeText | {"noticeText":null}
            shortlist | {"shortlist":[]}
            # center-decide-objection | center | {"objectionDecision":"DISMISS","objectionReason":"经核实，居住证有效。"}
            objectionDecision | {"objectionDecision":"?"}
            objectionReason | {"objectionReason":"短"}
            objectionId | {"objectionId":1}
            """;

    @Autowired
    Recruiting recruiting;

    @Autowired
    ObjectionIntake objections;

    @Autowired
    RecruitmentHistory history;

    /** The open call that people apply to. */
    private String call;

    @BeforeEach
    void on_a_monday_in_march() {
        Recruiting.now("2026-03-02T10:00:00");
        if (call == null) call = recruiting.opened();
        Recruiting.now("2026-03-03T10:00:00");
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Override
    protected String table() {
        return TABLE.replace("{call}", "ZM-2026-001");
    }

    @Override
    protected String caseAt(String form) {
        return switch (form) {
            case "recruitment-call", "self-recommendation" -> null;
            case "center-draft-call" -> earlier(() -> recruiting.drafted());
            case "leader-approve-call" -> earlier(() -> recruiting.submitted());
            case "unit-recommend" -> earlier(() -> recruiting.opened());
            case "center-check" -> recruiting.applied(call, "王小明");
            case "unit-opinion" -> {
                String number = recruiting.recommended(call, "李小红");
                recruiting.complete(
                        "center",
                        number,
                        "center-check",
                        Map.of("check", "SEND_BACK", "missing", "请补充工作单位全称", "completionDays", 5));
                yield number;
            }
            case "leader-decide" -> {
                String number = recruiting.applied(earlier(() -> recruiting.opened()), "王小明");
                recruiting.propose(number);
                yield number;
            }
            case "center-publish-shortlist" -> {
                String other = earlier(() -> recruiting.opened());
                String number = recruiting.applied(other, "王小明");
                recruiting.propose(number);
                recruiting.decide(number, "APPROVE");
                recruiting.close(other);
                yield other;
            }
            case "center-decide-objection" -> {
                String other = earlier(() -> recruiting.opened());
                String number = recruiting.onNotice(other);
                objections.object(
                        other, Map.of("line", "1", "name", "赵先生", "phone", "13900139000", "text", "此人已搬到外地，不在本市居住。"));
                yield number;
            }
            default -> throw new IllegalArgumentException(form);
        };
    }

    private static <T> T earlier(java.util.function.Supplier<T> begun) {
        Recruiting.now("2026-03-02T10:00:00");
        return begun.get();
    }

    @Override
    protected String processStartedBy(String form) {
        return form.equals("recruitment-call") ? "recruitment" : "application";
    }

    @Override
    protected String taskOf(String form, String number) {
        return recruiting.task(number, form).getId();
    }

    @Override
    protected String stateOf(String number) {
        return recruiting.tasks(number).stream().map(Object::toString).sorted().toList() + " " + history.of(number);
    }
}
