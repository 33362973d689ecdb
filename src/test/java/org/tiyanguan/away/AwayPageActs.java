package org.tiyanguan.away;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.PageAct;
import org.tiyanguan.rectification.Loop;

/** What people do on the page of who is away. */
@Component
class AwayPageActs implements PageAct.All {

    private final JdbcClient jdbc;

    AwayPageActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(
                new PageAct("/away", "gongan", () -> {
                    nobodyIsAway();
                    return post("/away")
                            .param("whose", "gongan")
                            .param("deputy", "gongan-head")
                            .param("from", "2026-03-03")
                            .param("until", "2026-03-06");
                }),
                new PageAct("/away/{id}/end", "gongan", () -> {
                    nobodyIsAway();
                    jdbc.sql("""
                                    insert into absence (absent, deputy, first_day, last_day, set_by, set_at)
                                    values ('gongan', 'gongan-head', date '2026-03-02', date '2026-03-06', 'gongan', timestamp '2026-03-02 09:00:00')""").update();
                    return post(
                            "/away/{id}/end",
                            jdbc.sql("select max(id) from absence")
                                    .query(Long.class)
                                    .single());
                }));
    }

    private void nobodyIsAway() {
        Loop.now("2026-03-02T10:00:00");
        jdbc.sql("delete from absence").update();
    }
}
