package org.tiyanguan.ledger;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.rectification.Interventions;
import org.tiyanguan.rectification.Loop;

/** Leads the part of an entry that is with one department to each of its ends. */
@Component
class PartCourses {

    /** What can become of a part, and whose parts count in the end. */
    enum Course {
        RECTIFIED(Set.of("gongan"), (on, number) -> on.finish(number, "gongan")),
        TRANSFERRED(Set.of("shebao"), (on, number) -> {
            on.acting.as("center", () -> {
                on.interventions.transfer(on.loop.part(number).id(), "shebao", "职责调整，改由社保窗口办理");
                return null;
            });
            on.finish(number, "shebao");
        }),
        TRANSFERRED_WITH_A_CARD(Set.of("shebao"), (on, number) -> {
            on.parts.redCard(on.loop.part(number).id());
            TRANSFERRED.course.accept(on, number);
        }),
        SENT_BACK(Set.of("shebao"), (on, number) -> {
            on.loop.sendBack(number, "gongan");
            on.loop.complete(
                    "center", number, "center-reassign", Map.of("department", "shebao", "reassignReason", "应由社保窗口办理"));
            on.finish(number, "shebao");
        }),
        REWORKED(Set.of("gongan"), (on, number) -> {
            on.finish(number, "gongan");
            on.loop.complete(
                    "center",
                    number,
                    "center-verify",
                    Map.of(
                            "verification",
                            "REWORK",
                            "verifyMethod",
                            "ON_PAPER",
                            "verifyNote",
                            "缺少整改照片",
                            "rework",
                            SpinValues.jsonValue("[\"gongan\"]").create(),
                            "reworkDays",
                            3));
            on.loop.finish(number);
        }),
        WITHDRAWN(
                Set.of(),
                (on, number) -> on.acting.as("center", () -> {
                    on.interventions.withdraw(number, "反映人已撤回，不再办理");
                    return null;
                }));

        private final Set<String> counted;
        private final BiConsumer<PartCourses, String> course;

        Course(Set<String> counted, BiConsumer<PartCourses, String> course) {
            this.counted = counted;
            this.course = course;
        }

        Set<String> counted() {
            return counted;
        }
    }

    private final Loop loop;
    private final Acting acting;
    private final Interventions interventions;
    private final Parts parts;

    PartCourses(Loop loop, Acting acting, Interventions interventions, Parts parts) {
        this.loop = loop;
        this.acting = acting;
        this.interventions = interventions;
        this.parts = parts;
    }

    void take(Course course, String number) {
        course.course.accept(this, number);
    }

    private void finish(String number, String department) {
        loop.completeAs(department, number, "department-accept", Map.of("acceptance", "ACCEPT"));
        loop.completeAs(
                department, number, "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，平均等候二十分钟。"));
    }
}
