package org.tiyanguan.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;
import org.tiyanguan.core.Once;
import org.tiyanguan.core.Sha256;
import org.tiyanguan.security.CurrentUser;

/**
 * Lets a system repeat a request without acting twice, by the key that it sends along (Idempotency-Key). What was
 * refused, or broke off, may be sent again under the same key; an answer is kept for a day at least.
 */
@Component
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final String WELL_FORMED = "[!-~]{1,128}";
    private static final int KEEP_HOURS = 24;

    /** Most requests take less. */
    private static final int RETRY_SECONDS = 5;

    private record Kept(
            String request,
            @Nullable Integer status,
            @Nullable String answer,
            LocalDateTime madeAt) {}

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
     * Acts in one transaction with the note that it did, or answers as it did before. While it acts it keeps the key's
     * row locked: however long that takes nobody else has the key, and the lock ends with the transaction, also when
     * its program or its connection is gone.
     *
     * @param key null for a request that is not to be repeated
     * @param act whose answer has a location and a body
     */
    ResponseEntity<?> once(@Nullable String key, Object request, Supplier<ResponseEntity<?>> act) {
        if (key == null) return transaction.execute(status -> act.get());
        if (!key.matches(WELL_FORMED)) throw texts.problem(HttpStatus.BAD_REQUEST, "idempotency.malformed");
        String owner = user.id().orElseThrow();
        String hash = Sha256.of(write(request));
        Once.act(() -> enter(owner, key, hash), () -> Optional.of(0));
        return transaction.execute(status -> {
            Kept kept = lock(owner, key).orElseThrow(this::running);
            if (isAnswer(kept)) return replay(kept, hash);
            ResponseEntity<?> answer = act.get();
            keep(owner, key, hash, answer);
            return answer;
        });
    }

    /** Makes a row to lock, in a transaction of its own: others would wait for it, and not pass by. */
    private int enter(String owner, String key, String hash) {
        return jdbc.sql("""
                        insert into idempotency_key (owner, name, request, made_at)
                        select :owner, :name, :request, :now
                        where not exists (select 1 from idempotency_key where owner = :owner and name = :name)""")
                .param("owner", owner)
                .param("name", key)
                .param("request", hash)
                .param("now", now())
                .update();
    }

    /** Empty while another request with the key is at work. */
    private Optional<Kept> lock(String owner, String key) {
        return jdbc.sql("""
                        select request, status, answer, made_at from idempotency_key
                        where owner = :owner and name = :name
                        for update skip locked""")
                .param("owner", owner)
                .param("name", key)
                .query(Kept.class)
                .optional();
    }

    private boolean isAnswer(Kept kept) {
        return kept.status != null && kept.madeAt.isAfter(now().minusHours(KEEP_HOURS));
    }

    private ErrorResponseException running() {
        ErrorResponseException refusal = texts.problem(HttpStatus.CONFLICT, "idempotency.running");
        refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
        return refusal;
    }

    private ResponseEntity<?> replay(Kept kept, String hash) {
        if (!kept.request.equals(hash)) throw texts.problem(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency.reused");
        String[] parts = Objects.requireNonNull(kept.answer).split("\n", 2);
        return ResponseEntity.status(Objects.requireNonNull(kept.status))
                .location(URI.create(parts[0]))
                .header(REPLAYED, "true")
                .contentType(MediaType.APPLICATION_JSON)
                .body(parts[1].getBytes(StandardCharsets.UTF_8));
    }

    /** The location in the first line, then the body. */
    private void keep(String owner, String key, String hash, ResponseEntity<?> answer) {
        jdbc.sql("""
                        update idempotency_key set request = :request, status = :status, answer = :answer, made_at = :now
                        where owner = :owner and name = :name""")
                .param("request", hash)
                .param("status", answer.getStatusCode().value())
                .param("answer", answer.getHeaders().getLocation() + "\n" + write(answer.getBody()))
                .param("now", now())
                .param("owner", owner)
                .param("name", key)
                .update();
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void eraseOld() {
        jdbc.sql("delete from idempotency_key where made_at < :before")
                .param("before", now().minusHours(KEEP_HOURS))
                .update();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
