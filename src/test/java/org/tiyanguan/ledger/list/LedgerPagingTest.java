package org.tiyanguan.ledger.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.ledger.LedgerRows.entry;
import static org.tiyanguan.ledger.LedgerRows.number;

import java.time.LocalDateTime;
import java.util.ArrayList;
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
import org.tiyanguan.ledger.LedgerRows;

/** How the list is sorted, and turned page by page. */
@IntegrationTest
@OnH2Too
@EmptyLedger
@AtTime("2026-03-12T10:00")
class LedgerPagingTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LedgerPages ledger;

    @Test
    void the_list_is_sorted_by_time_deadline_or_number_either_way() throws Exception {
        entry(jdbc, 1)
                .with("reportedAt", at("2026-03-03T10:00"))
                .insert()
                .part("gongan", "RECTIFY", "2026-03-20T17:30", null);
        entry(jdbc, 2)
                .with("reportedAt", at("2026-03-01T10:00"))
                .insert()
                .part("gongan", "RECTIFY", "2026-03-18T17:30", null);
        entry(jdbc, 3).with("reportedAt", at("2026-03-02T10:00")).insert();

        assertThat(ledger.numbers("center", "")).containsExactly(number(1), number(3), number(2));
        assertThat(ledger.numbers("center", "sort=REPORTED&dir=ASC")).containsExactly(number(2), number(3), number(1));
        assertThat(ledger.numbers("center", "sort=DEADLINE&dir=ASC")).containsExactly(number(2), number(1), number(3));
        assertThat(ledger.numbers("center", "sort=DEADLINE&dir=DESC")).containsExactly(number(1), number(2), number(3));
        assertThat(ledger.numbers("center", "sort=NUMBER&dir=DESC")).containsExactly(number(3), number(2), number(1));
    }

    @Test
    void pages_hold_fifty_and_keep_the_filters() throws Exception {
        for (int i = 1; i <= 105; i++) entry(jdbc, i).with("title", "排队&等候").insert();
        entry(jdbc, 106).with("title", "别的").insert();

        String first = ledger.page("center", "/ledger?q=%E6%8E%92%E9%98%9F%26&sort=NUMBER&dir=ASC");

        assertThat(LedgerPages.text(first)).contains("共 105 件");
        assertThat(first)
                .contains("/ledger?q=%E6%8E%92%E9%98%9F%26&amp;sort=NUMBER&amp;dir=ASC&amp;at=after~~" + number(50));
        assertThat(ledger.numbers("center", "q=排队&sort=NUMBER&dir=ASC"))
                .hasSize(50)
                .startsWith(number(1));
        assertThat(ledger.numbers("center", "q=排队&sort=NUMBER&dir=ASC&at=last"))
                .hasSize(50)
                .startsWith(number(56));
    }

    /** Many have the same time, or no deadline: the number tells them apart. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sort=REPORTED&dir=ASC",
                "sort=NUMBER&dir=ASC",
                "sort=NUMBER",
                "sort=DEADLINE&dir=ASC",
                "sort=DEADLINE",
                "department=gongan&sort=DEADLINE"
            })
    void turning_the_pages_shows_each_entry_once_there_and_back(String list) throws Exception {
        for (int i = 1; i <= 130; i++) {
            LedgerRows row = entry(jdbc, i)
                    .with("reportedAt", at("2026-03-0" + (1 + i / 20) + "T10:00"))
                    .insert();
            if (i % 3 == 0) row.part("gongan", "RECTIFY", "2026-03-1" + i / 20 + "T17:30", null);
            if (i % 3 == 1) row.part("gongan", "DONE", "2026-03-10T17:30", null);
        }

        List<String> there = new ArrayList<>(), back = new ArrayList<>();
        String last = null;
        for (String at = list; at != null; at = LedgerPages.link(last, "next")) {
            last = ledger.page("center", "/ledger?" + at);
            there.addAll(LedgerPages.numbersOn(last));
        }
        for (String page = last;
                page != null;
                page = LedgerPages.link(page, "prev") == null
                        ? null
                        : ledger.page("center", "/ledger?" + LedgerPages.link(page, "prev")))
            back.addAll(0, LedgerPages.numbersOn(page));

        assertThat(there).doesNotHaveDuplicates().hasSize(list.contains("gongan") ? 87 : 130);
        assertThat(back).isEqualTo(there);
        assertThat(ledger.numbers("center", list + "&at=last"))
                .isEqualTo(there.subList(there.size() - 50, there.size()));
    }

    @Test
    void what_comes_in_meanwhile_moves_no_page() throws Exception {
        for (int i = 1; i <= 60; i++) entry(jdbc, i).insert();
        String next = LedgerPages.link(ledger.page("center", "/ledger?"), "next");

        entry(jdbc, 61).insert();

        assertThat(ledger.numbers("center", next)).startsWith(number(10)).hasSize(10);
    }

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }
}
