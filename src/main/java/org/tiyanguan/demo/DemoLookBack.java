package org.tiyanguan.demo;

import java.util.List;
import java.util.Map;

/** One entry that an officer looked back on and found good, and one that came back. */
final class DemoLookBack {

    private DemoLookBack() {}

    static List<DemoCase> cases(DemoDays days) {
        return List.of(good(days), relapsed(days));
    }

    private static DemoCase good(DemoDays days) {
        return DemoCase.found(
                        days.at(12, 1), "experience", deeds -> deeds.lookBacks().begun("zijian"))
                .thenAs(
                        days.at(11, 3),
                        (deeds, number) -> deeds.lookBacks().officer(number),
                        "officer-reply",
                        Map.of("reply", "YES"))
                .also(
                        days.at(8, 3),
                        "draft",
                        (deeds, number) -> deeds.lookBacks().finds(number))
                .thenAs(
                        days.at(8, 4),
                        (deeds, number) -> deeds.lookBacks().officer(number),
                        "officer-experience",
                        Map.of());
    }

    private static DemoCase relapsed(DemoDays days) {
        return DemoCase.found(
                        days.at(6, 2),
                        "rectification",
                        deeds -> deeds.lookBacks().reopened("shichang", "群众来访反映，窗口又和整改前一样，没有人引导。"))
                .then(
                        days.at(6, 4),
                        "center",
                        "center-triage",
                        Map.of("triage", "ACCEPT", "triageReason", "经核实，问题又出现，重新整改"))
                .then(
                        days.at(6, 5),
                        "center",
                        "center-assign",
                        Map.of("department1", "shichang", "instruction1", "请查明为什么又出现，并说明怎样长期保持。"))
                .then(days.at(5, 3), "shichang", "department-accept", Map.of("acceptance", "ACCEPT"));
    }
}
