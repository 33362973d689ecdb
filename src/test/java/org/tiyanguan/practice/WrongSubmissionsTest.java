package org.tiyanguan.practice;

import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.WrongSubmissions;

/** Wrong submissions to the forms of practices. */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
public class WrongSubmissionsTest extends WrongSubmissions {

    public static final String TABLE = """
            # center-nominate-practice | center | {"nomination":"TAKE"}
            nomination | {"nomination":null}
            nomination | {"nomination":"MAYBE"}
            leaveReason | {"nomination":"LEAVE"}
            leaveReason | {"nomination":"LEAVE","leaveReason":"否"}
            leaveReason | {"nomination":"LEAVE","leaveReason":"%LONG%"}
            leaveReason | {"leaveReason":"做法比较普通"}
            practiceNumber | {"practiceNumber":"HY-2026-000001"}
            # center-write-practice | center | {"writing":"SUBMIT","title":"高峰时段增开窗口","before":"上午高峰只开一个窗口，要等两个小时。","done":"按取号数预判高峰，十分钟内增开两个窗口。","effect":"平均等候由两小时降到二十分钟。","department":"gongan"}
            writing | {"writing":null}
            writing | {"writing":"LATER"}
            title | {"title":null}
            title | {"title":"短"}
            title | {"title":"%LONG%"}
            title | {"title":"周晓明的好办法"}
            before | {"before":null}
            before | {"before":"排队太久"}
            before | {"before":"%LONG%"}
            before | {"before":"有人说打电话 13812345678 可以不排队"}
            done | {"done":null}
            done | {"done":"%LONG%"}
            done | {"done":"身份证号 44530219900101123X 的群众等了两小时"}
            effect | {"effect":null}
            effect | {"effect":"%LONG%"}
            effect | {"effect":"周女士说现在只等二十分钟了"}
            windows | {"windows":"%LONG%"}
            windows | {"windows":"联系周晓明"}
            department | {"department":null}
            department | {"department":"shebao"}
            department | {"department":"dept-gongan"}
            photos | {"photos":["1"],"covered":true}
            photos | {"photos":["x"]}
            covered | {"covered":"yes"}
            namesOfficer | {"namesOfficer":"yes"}
            giveUpReason | {"giveUpReason":"材料不够"}
            giveUpReason | {"writing":"GIVE_UP","title":null,"before":null,"done":null,"effect":null,"department":null}
            title | {"writing":"GIVE_UP","before":null,"done":null,"effect":null,"department":null,"giveUpReason":"材料不够"}
            state | {"state":"PUBLIC"}
            # department-check-practice | gongan | {"check":"AGREE"}
            check | {"check":null}
            check | {"check":"SILENT"}
            correction | {"check":"CORRECT"}
            correction | {"check":"CORRECT","correction":" "}
            correction | {"check":"CORRECT","correction":"%LONG%"}
            correction | {"correction":"是三个窗口"}
            title | {"title":"别的标题"}
            # officer-consent-practice | officer | {"consent":"YES"}
            consent | {"consent":null}
            consent | {"consent":"SILENT"}
            named | {"named":"别人"}
            # leader-approve-practice | leader | {"approval":"APPROVE"}
            approval | {"approval":null}
            approval | {"approval":"MAYBE"}
            approvalReason | {"approval":"BACK"}
            approvalReason | {"approval":"DROP","approvalReason":"否"}
            approvalReason | {"approval":"BACK","approvalReason":"%LONG%"}
            approvalReason | {"approvalReason":"同意"}
            practiceNumber | {"practiceNumber":"HY-2026-000001"}
            # department-adopt | shebao | {"adopted":"APPLIED","applied":"高峰时段增开一个窗口"}
            adopted | {"adopted":null}
            adopted | {"adopted":"MAYBE"}
            applied | {"applied":null}
            applied | {"applied":"改了"}
            applied | {"applied":"%LONG%"}
            already | {"already":"早就这样"}
            already | {"adopted":"ALREADY","applied":null,"already":"%LONG%"}
            notApplicable | {"notApplicable":"没有窗口"}
            notApplicable | {"adopted":"NOT_APPLICABLE","applied":null}
            adoption | {"adoption":1}
            # center-check-effect | center | {"effectCheck":"STAYS","effectReason":"仍在执行"}
            effectCheck | {"effectCheck":null}
            effectCheck | {"effectCheck":"MAYBE"}
            effectReason | {"effectReason":null}
            effectReason | {"effectReason":"好"}
            effectReason | {"effectReason":"%LONG%"}
            effectReason | {"effectCheck":"WITHDRAW","effectReason":"周晓明又来反映"}
            # center-look-at-relapse | center | {"relapseDecision":"STAYS","relapseReason":"当天停电，个别情况"}
            relapseDecision | {"relapseDecision":null}
            relapseDecision | {"relapseDecision":"MAYBE"}
            relapseReason | {"relapseReason":null}
            relapseReason | {"relapseReason":"%LONG%"}
            relapseReason | {"relapseDecision":"WITHDRAW","relapseReason":"请打 13812345678"}
            relapse | {"relapse":1}
            """;

    @Autowired
    Practising practising;

    @Override
    protected String table() {
        return TABLE;
    }

    @Override
    protected String caseAt(String form) {
        return switch (form) {
            case "center-nominate-practice" -> practising.nominated("gongan-head", practising.rectified(), "等候时间降了一大半");
            case "center-write-practice" -> practising.begun();
            case "department-check-practice" -> practising.written();
            case "officer-consent-practice" -> practising.consenting();
            case "leader-approve-practice" -> practising.checked();
            case "center-check-effect" -> {
                String number = practising.published();
                practising.timePassesTo(number, "2026-09-02T09:00:00");
                yield number;
            }
            case "center-look-at-relapse" -> {
                String number = practising.published();
                Practising.now("2026-03-09T10:00:00");
                practising.reportedAgain();
                yield number;
            }
            default -> practising.published();
        };
    }

    @Override
    protected String processStartedBy(String form) {
        return PracticeDiagram.KEY;
    }

    @Override
    protected String taskOf(String form, String number) {
        return practising.task(user(form), number, form).getId();
    }

    private static String user(String form) {
        return Map.of(
                        "department-check-practice", "gongan",
                        "officer-consent-practice", "officer",
                        "leader-approve-practice", "leader",
                        "department-adopt", "shebao")
                .getOrDefault(form, "center");
    }

    @Override
    protected String stateOf(String number) {
        return practising.openTasks(number).toString() + practising.stateOf(number);
    }
}
