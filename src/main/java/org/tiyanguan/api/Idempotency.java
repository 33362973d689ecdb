package org.tiyanguan.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tiyanguan.core.Once;
import org.tiyanguan.core.Sha256;
import org.tiyanguan.security.CurrentUser;

/**
 * Lets a system repeat a request without acting twice, by the key that it sends along (Idempotency-Key). What was
 * refused may be sent again under the same key; an answer is kept for a day at least.
 */
@Component
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final String WELL_FORMED = "[!-~]{1,128}";
    private static final int KEEP_HOURS = 24;

    /** No request runs so long: its program is gone, and its transaction with it. */
    private static final int LONGEST_MINUTES = 5;

    private record Kept(
            String request,
            @Nullable Integer status,
            @Nullable String answer) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentUser user;
    private final ApiTexts texts;
    private final ObjectMapper json;
    private final TransactionTemplate transaction;

    Idempotency(
            JdbcClient jdbc,
            Clock clock,
            CurrentUser user,
            ApiTexts texts,
            ObjectMapper json,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = user;
        this.texts = texts;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Acts in one transaction with the note that it did, or answers as it did before.
     *
     * @param key null for a request that is not to be repeated
     * @param act whose answer has a location and a body
     */
    ResponseEntity<?> once(@Nullable String key, Object request, Supplier<ResponseEntity<?>> act) {
        if (key == null) return transaction.execute(status -> act.get());
        if (!key.matches(WELL_FORMED)) throw texts.problem(HttpStatus.BAD_REQUEST, "idempotency.malformed");
        String owner = user.id().orElseThrow();
        String hash = Sha256.of(write(request));
        Optional<Kept> kept = Once.act(
                () -> {
                    claim(owner, key, hash);
                    return Optional.empty();
                },
                () -> Optional.of(Optional.of(taken(owner, key, hash))));
        if (kept.isPresent()) return replay(kept.get(), hash);
        try {
            return transaction.execute(status -> {
                ResponseEntity<?> answer = act.get();
                keep(owner, key, answer);
                return answer;
            });
        } catch (RuntimeException refused) {
            release(owner, key);
            throw refused;
        }
    }

    /** Makes the key the caller's, with which there is nothing kept yet. */
    private void claim(String owner, String key, String hash) {
        LocalDateTime now = LocalDateTime.now(clock);
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                                delete from idempotency_key where owner = :owner and name = :name
                                and (made_at < :old or status is null and made_at < :dead)""")
                    .param("owner", owner)
                    .param("name", key)
                    .param("old", now.minusHours(KEEP_HOURS))
                    .param("dead", now.minusMinutes(LONGEST_MINUTES))
                    .update();
            jdbc.sql(
                            "insert into idempotency_key (owner, name, request, made_at) values (:owner, :name, :request, :now)")
                    .param("owner", owner)
                    .param("name", key)
                    .param("request", hash)
                    .param("now", now)
                    .update();
        });
    }

    private Kept taken(String owner, String key, String hash) {
        return jdbc.sql("select request, status, answer from idempotency_key where owner = :owner and name = :name")
                .param("owner", owner)
                .param("name", key)
                .query(Kept.class)
                .optional()
                // Refused at this moment: whoever asks again finds the key free.
                .orElseGet(() -> new Kept(hash, null, null));
    }

    private ResponseEntity<?> replay(Kept kept, String hash) {
        if (!kept.request.equals(hash)) throw texts.problem(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency.reused");
        if (kept.status == null || kept.answer == null) throw texts.problem(HttpStatus.CONFLICT, "idempotency.running");
        String[] parts = kept.answer.split("\n", 2);
        return ResponseEntity.status(kept.status)
                .location(URI.create(parts[0]))
                .header(REPLAYED, "true")
                .contentType(MediaType.APPLICATION_JSON)
                .body(parts[1].getBytes(StandardCharsets.UTF_8));
    }

    /** The location in the first line, then the body. */
    private void keep(String owner, String key, ResponseEntity<?> answer) {
        jdbc.sql("update idempotency_key set status = :status, answer = :answer where owner = :owner and name = :name")
                .param("status", answer.getStatusCode().value())
                .param("answer", answer.getHeaders().getLocation() + "\n" + write(answer.getBody()))
                .param("owner", owner)
                .param("name", key)
                .update();
    }

    private void release(String owner, String key) {
        jdbc.sql("delete from idempotency_key where owner = :owner and name = :name and status is null")
                .param("owner", owner)
                .param("name", key)
                .update();
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void eraseOld() {
        jdbc.sql("delete from idempotency_key where made_at < :before")
                .param("before", LocalDateTime.now(clock).minusHours(KEEP_HOURS))
                .update();
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
