package org.tiyanguan.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.ledger.Relapses;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** No department learns who looked back on what it had mended, nor the first reporter, nor the other way round. */
@IntegrationTest
class LookBackShieldTest extends DepartmentsEyes {

    @Autowired
    LookingBack lookingBack;

    @Autowired
    Relapses relapses;

    @Autowired
    People people;

    @AfterEach
    void nobody_has_a_tie_any_more() {
        lookingBack.over();
        jdbc.sql("delete from officer_tie").update();
    }

    @Test
    void nobody_finds_out_who_looked_back_and_found_it_as_before() throws Exception {
        String number = lookingBack.closed(6000, "2025-12-23T10:00:00", 1);
        people.membersOf(Roles.OFFICER).stream()
                .filter(other -> !other.equals(account))
                .forEach(other -> jdbc.sql("insert into officer_tie (account, department) values (:other, 'gongan')")
                        .param("other", other)
                        .update());
        lookingBack.round("2026-03-24T08:40:00");
        String assignment = lookingBack.assignment(number);
        assertThat(lookingBack.officer(assignment)).isEqualTo(account);
        findsNobody(number, 0);
        Map<String, String> found = new TreeMap<>(Experiencing.finding(1));
        NamedOfficer.TELLTALE.report().forEach((field, text) -> found.put("f1-" + field, text));
        found.put("note-0", NamedOfficer.TELLTALE.text("还是那样"));
        lookingBack.visited(assignment, "1", found);
        String child = relapses.openOf(number).orElseThrow();
        findsNobody(number, 1);
        assertThat(tells(Browser.of(port, "officer").get("/officer/" + number).body()))
                .isFalse();
        experiencing.complete(
                "center", child, "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理"));
        experiencing.complete(
                "center", child, "center-assign", Map.of("department1", "gongan", "instruction1", "请彻底整改"));
        findsNobody(number, 2);
        findsNobody(child, 2);
        experiencing.complete("gongan", child, "department-accept", Map.of("acceptance", "ACCEPT"));
        findsNobody(child, 3);
        assertThat(Browser.of(port, account).get("/officer/" + child).body()).doesNotContain(number);
        assertThat(jdbc.sql("select data from notice where recipient like 'gongan%'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(this::tells);
    }
}
