package org.tiyanguan.restore;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.PageAct;

/** What administrators do after a restore. */
@Component
class RestorePageActs implements PageAct.All {

    private final Restores restores;
    private final JdbcClient jdbc;

    RestorePageActs(Restores restores, JdbcClient jdbc) {
        this.restores = restores;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(new PageAct("/admin/restored", "admin", () -> {
            jdbc.sql("update installation set identity = 'another'").update();
            restores.look();
            return post("/admin/restored").param("mails", "SEND");
        }));
    }
}
