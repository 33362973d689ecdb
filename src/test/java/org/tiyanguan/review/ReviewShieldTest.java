package org.tiyanguan.review;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.experience.DepartmentsEyes;

/** Departments learn nothing of an officer's review, at no step of it. */
@IntegrationTest
class ReviewShieldTest extends DepartmentsEyes {

    @Autowired
    Reviewing reviewing;

    @Test
    void no_department_learns_who_is_reviewed() {
        String number = reviewing.opened(account, Cause.BREACH);
        tellsNobody(number, 0);
        reviewing.reports(account, number);
        tellsNobody(number, 1);
        reviewing.judges(number, "FAIL", "DISMISS", "收受好处");
        reviewing.decides(number, "DISMISS", null);
        tellsNobody(number, 2);
        reviewing.objects(account, number, "并无此事");
        tellsNobody(number, 3);
        reviewing.rules(number, "UPHOLD");
        tellsNobody(number, 4);
    }

    private void tellsNobody(String number, int moment) {
        for (String user : List.of("gongan", "gongan-head")) {
            Browser department = Browser.of(port, user);
            String root = EngineRoots.inTurn(moment, user.length());
            noneOf(
                    department,
                    "/officers",
                    "/officers.xlsx",
                    "/officers/" + account,
                    "/reviews",
                    "/reviews/" + number,
                    "/reviews/" + number + "/task",
                    "/reviews/" + number + "/review-form.docx",
                    "/reviews/new?officer=" + account,
                    "/officer/reviews/" + number,
                    "/notices",
                    "/calendar");
            LISTS.forEach(list -> noneOf(department, root + list));
            reviewing.tasks(number).forEach(task -> {
                for (String part : List.of("", "/form-variables", "/identity-links", "/variables", "/deployed-form"))
                    noneOf(department, root + "task/" + task.getId() + part);
                noneOf(
                        department,
                        root + "process-instance/" + task.getProcessInstanceId() + "/variables",
                        root + "history/user-operation?processInstanceId=" + task.getProcessInstanceId());
            });
        }
    }
}
