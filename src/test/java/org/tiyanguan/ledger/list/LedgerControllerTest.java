package org.tiyanguan.ledger.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.tiyanguan.ledger.LedgerRows.entry;
import static org.tiyanguan.ledger.LedgerRows.number;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.ledger.EmptyLedger;
import org.tiyanguan.security.People;

/** The list: what it finds, by words and by filters. */
@IntegrationTest
@OnH2Too
@EmptyLedger
@AtTime("2026-03-12T10:00")
class LedgerControllerTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    LedgerPages ledger;

    @Test
    void the_centre_finds_entries_by_number_title_description_item_and_reporter() throws Exception {
        entry(jdbc, 1).with("title", "叫号屏不亮").insert();
        entry(jdbc, 2).with("description", "Wi-Fi 连不上").insert();
        entry(jdbc, 3).with("serviceItem", "社保转移").insert();
        entry(jdbc, 4).reportedBy("欧阳青").insert();

        assertThat(ledger.numbers("center", "q=000001")).containsExactly(number(1));
        assertThat(ledger.numbers("center", "q=叫号")).containsExactly(number(1));
        assertThat(ledger.numbers("center", "q=wi-fi")).containsExactly(number(2));
        assertThat(ledger.numbers("center", "q=社保")).containsExactly(number(3));
        assertThat(ledger.numbers("center", "q=欧阳")).containsExactly(number(4));
        assertThat(ledger.numbers("center", "q=没有这个")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"center", "center-leader"})
    void centre_and_leader_find_what_an_officer_reported_by_the_name_of_the_account(String role) throws Exception {
        entry(jdbc, 1).reportedByAccount("officer").insert();
        entry(jdbc, 2).reportedBy("欧阳青").insert();
        String name = people.nameOf("officer");

        assertThat(ledger.numbers(role, "q=" + name)).containsExactly(number(1));
        assertThat(ledger.numbers(role, "q=" + name.substring(1))).containsExactly(number(1));
        assertThat(ledger.numbers(role, "q=" + name + "x")).isEmpty();
    }

    @Test
    void a_departments_search_never_matches_who_reported() throws Exception {
        entry(jdbc, 1).reportedByAccount("officer").insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        entry(jdbc, 2).reportedBy("欧阳青").insert().part("gongan", "DONE", "2026-03-20T17:30", null);

        for (String who : List.of(people.nameOf("officer"), "officer", "zhou-officer", "欧阳", "1381234", "zhou@"))
            assertThat(ledger.numbers("dept-gongan", "q=" + who)).as(who).isEmpty();
        assertThat(ledger.numbers("dept-gongan", "q=户口")).hasSize(2);
    }

    @Test
    void wildcards_in_a_search_are_plain_signs() throws Exception {
        entry(jdbc, 1).with("title", "满意度只有50%").insert();
        entry(jdbc, 2).with("title", "文件名a_b").insert();
        entry(jdbc, 3).with("title", "别的！").insert();

        assertThat(ledger.numbers("center", "q=%25")).containsExactly(number(1));
        assertThat(ledger.numbers("center", "q=_")).containsExactly(number(2));
        assertThat(ledger.numbers("center", "q=!")).isEmpty();
        assertThat(ledger.numbers("center", "q='")).isEmpty();
    }

    @Test
    void each_filter_narrows_the_list() throws Exception {
        entry(jdbc, 1).with("state", "TRIAGE").insert();
        entry(jdbc, 2).with("kind", "SUGGESTION").insert().part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        entry(jdbc, 3).insert().part("shebao", "RECTIFY", "2026-03-10T17:30", "YELLOW");
        entry(jdbc, 4).with("state", "CLOSED").insert().part("shebao", "DONE", "2026-03-01T17:30", null);

        assertThat(ledger.numbers("center", "state=TRIAGE")).containsExactly(number(1));
        assertThat(ledger.numbers("center", "kind=SUGGESTION")).containsExactly(number(2));
        assertThat(ledger.numbers("center", "department=shebao")).containsExactly(number(4), number(3));
        assertThat(ledger.numbers("center", "overdue=true")).containsExactly(number(3));
        assertThat(ledger.numbers("center", "department=shebao&state=CLOSED")).containsExactly(number(4));
        assertThat(ledger.numbers("center", "")).hasSize(4);
    }

    @Test
    void the_list_shows_what_is_late_by_working_days_and_the_card() throws Exception {
        entry(jdbc, 1).insert().part("gongan", "RECTIFY", "2026-03-06T17:30", "RED");

        String page = LedgerPages.text(ledger.page("center", "/ledger"));

        assertThat(page).contains("户籍窗口排队过久", "市公安局", "整改中", "超期4个工作日", "红牌", "超期 1 件");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at=abc",
                "at=after~yesterday~TYG-1",
                "at=after~~TYG-2026-000001",
                "sort=NUMBER&at=after~2026-01-01T00:00~TYG-1",
                "mode=FOO",
                "topic=FOO",
                "rating=6",
                "cols=FOO",
                "to=%2B999999999-12-31",
                "closedFrom=1066-10-14",
                "timely=MAYBE",
                "sort=xyz",
                "sort=reported_at;drop",
                "dir=up",
                "state=FOO",
                "kind=1x",
                "overdue=maybe"
            })
    void an_address_that_makes_no_sense_is_a_bad_request(String query) throws Exception {
        assertThat(ledger.perform("center", get("/ledger?" + query)).getStatus())
                .isEqualTo(400);
    }

    @Test
    void fields_left_empty_filter_nothing() throws Exception {
        entry(jdbc, 1).insert();

        assertThat(
                        ledger.numbers(
                                "center",
                                "q=&state=&department=&kind=&topic=&mode=&category=&item=&rating=&from=&to=&timely=&overdueBy=&reached=&sort=&dir=&at=&cols="))
                .containsExactly(number(1));
    }
}
