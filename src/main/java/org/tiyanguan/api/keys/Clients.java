package org.tiyanguan.api.keys;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.api.ApiTexts;
import org.tiyanguan.audit.AuditKind;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.core.Sha256;
import org.tiyanguan.core.Tokens;
import org.tiyanguan.security.ApiClient;
import org.tiyanguan.security.ApiClients;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.KeyScope;

/** The other systems and their keys. A key is random, so that its plain hash tells nobody what it was. */
@Component
@Transactional
public class Clients implements ApiClients {

    /** A new client; its key is shown once and kept nowhere. */
    public record Made(long id, String key) {}

    private static final String KEY_START = "tyg_";
    private static final int KEY_BYTES = 32;
    private static final int PREFIX = 8;

    /** So exact is the time of the last use. */
    private static final int USE_MINUTES = 1;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CurrentUser user;
    private final AuditLog audit;
    private final ApiTexts texts;

    Clients(JdbcClient jdbc, Clock clock, CurrentUser user, AuditLog audit, ApiTexts texts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.user = user;
        this.audit = audit;
        this.texts = texts;
    }

    @Override
    public Optional<ApiClient> byKey(String key) {
        Optional<Client> client = jdbc.sql("select * from api_client where key_hash = :hash and withdrawn_at is null")
                .param("hash", Sha256.of(key))
                .query(Client.class)
                .optional();
        LocalDateTime now = LocalDateTime.now(clock);
        client.filter(c -> c.lastUsedAt() == null || c.lastUsedAt().isBefore(now.minusMinutes(USE_MINUTES)))
                .ifPresent(c -> jdbc.sql("update api_client set last_used_at = :now where id = :id")
                        .param("now", now)
                        .param("id", c.id())
                        .update());
        return client.map(Client::asUser);
    }

    /** Throws a refusal that names all that is wrong with the form. */
    public Made make(ClientForm form) {
        form.check(texts);
        List<KeyScope> scopes = form.scopeSet().stream().sorted().toList();
        String key = KEY_START + Tokens.random(KEY_BYTES);
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into api_client (name, contact, scopes, per_minute, key_prefix, key_hash, made_by, made_at)
                        values (:name, :contact, :scopes, :perMinute, :prefix, :hash, :by, :now)""")
                .param("name", form.name())
                .param("contact", form.contact())
                .param("scopes", scopes.stream().map(KeyScope::name).collect(Collectors.joining(",")))
                .param("perMinute", form.rate())
                .param("prefix", key.substring(0, PREFIX))
                .param("hash", Sha256.of(key))
                .param("by", user.id().orElseThrow())
                .param("now", LocalDateTime.now(clock))
                .update(id, "id");
        log("made", form.name(), scopes.stream().map(KeyScope::code).collect(Collectors.joining(" ")), form.rate());
        return new Made(id.getKey().longValue(), key);
    }

    /** From now on its key opens nothing. */
    public void withdraw(long id) {
        int done = jdbc.sql("update api_client set withdrawn_at = :now where id = :id and withdrawn_at is null")
                .param("now", LocalDateTime.now(clock))
                .param("id", id)
                .update();
        if (done > 0) log("withdrawn", find(id).orElseThrow().name());
    }

    /** Those in use first, the newest first. */
    @Transactional(readOnly = true)
    public List<Client> all() {
        return jdbc.sql("select * from api_client order by case when withdrawn_at is null then 0 else 1 end, id desc")
                .query(Client.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Client> find(long id) {
        return jdbc.sql("select * from api_client where id = :id")
                .param("id", id)
                .query(Client.class)
                .optional();
    }

    /** Writes an act of the administrator's into the audit log. */
    public void log(String act, Object... values) {
        audit.record(AuditKind.ACCOUNT, texts.of("audit.client." + act, values));
    }
}
