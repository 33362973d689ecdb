package org.tiyanguan.notification;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what one person hears about many cases within a short time ({@code tiyanguan.mail.bundle-for}) for one mail
 * of a job of its own. Nothing is lost if it is not called, or fails: what waits is found the next time.
 */
@Component
public class Bundles {

    private record Waiting(
            long id, String recipient, @Nullable String number) {}

    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final Clock clock;

    Bundles(JdbcClient jdbc, RuntimeService runtime, Clock clock) {
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** Begins the mail of each person whose first notice has waited long enough. */
    @Scheduled(cron = "${tiyanguan.mail.bundles-at}", zone = "Asia/Shanghai")
    @Transactional
    public void mail() {
        waiting().forEach((recipient, notices) -> {
            Waiting first = notices.get(0);
            jdbc.sql("update notice set mailing = :first, bundle_at = null where id in (:notices)")
                    .param("first", first.id)
                    .param("notices", notices.stream().map(Waiting::id).toList())
                    .update();
            runtime.startProcessInstanceByKey(
                    NoticeDiagram.KEY, first.number, Map.of(NoticeDiagram.Variable.NOTICE_ID, first.id));
        });
    }

    /** By recipient, each in the order in which they were told; without those that another node gathers just now. */
    private Map<String, List<Waiting>> waiting() {
        return jdbc.sql("""
                        select id, recipient, number from notice
                        where bundle_at is not null and address is not null
                          and recipient in (select recipient from notice where bundle_at <= :now)
                        order by id
                        fetch first 20000 rows only
                        for update skip locked""").param("now", LocalDateTime.now(clock)).query(Waiting.class).list().stream()
                .collect(Collectors.groupingBy(Waiting::recipient, LinkedHashMap::new, Collectors.toList()));
    }
}
