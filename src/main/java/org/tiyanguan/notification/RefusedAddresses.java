package org.tiyanguan.notification;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Texts;
import org.tiyanguan.privacy.Masked;
import org.tiyanguan.security.People;

/**
 * Whose mail address refuses mail for good, so that the centre can ask for another; until it is changed, or one
 * arrives.
 */
@Component
@Transactional(readOnly = true)
public class RefusedAddresses {

    /** @param address in part; @param why a sentence */
    public record Refused(String account, String address, LocalDateTime at, String why) {}

    private record Found(String recipient, String address, LocalDateTime refusedAt, String refusal) {}

    private final JdbcClient jdbc;
    private final People people;
    private final Texts texts;

    RefusedAddresses(JdbcClient jdbc, People people, Texts texts) {
        this.jdbc = jdbc;
        this.people = people;
        this.texts = texts;
    }

    /** Of all accounts, the latest first. */
    public List<Refused> all() {
        return find(null);
    }

    public Optional<Refused> of(String account) {
        return find(account).stream().findFirst();
    }

    private List<Refused> find(@Nullable String account) {
        String whose = account == null ? "recipient is not null" : "recipient = :account";
        return jdbc
                .sql("select recipient, address, max(refused_at) as refused_at, max(refusal) as refusal from notice n"
                        + " where refused_at is not null and address is not null and " + whose
                        + " and not exists (select 1 from notice later where later.recipient = n.recipient"
                        + " and later.address = n.address and later.mailed_at > n.refused_at)"
                        + " group by recipient, address order by 3 desc, 1")
                .param("account", account)
                .query(Found.class)
                .list()
                .stream()
                .filter(found -> people.emailOf(found.recipient)
                        .filter(found.address::equals)
                        .isPresent())
                .map(found -> new Refused(
                        found.recipient,
                        String.valueOf(Masked.email(found.address)),
                        found.refusedAt,
                        sentence(texts, found.refusal)))
                .toList();
    }

    static String sentence(Texts texts, String refusal) {
        return refusal.equals(MailFault.MALFORMED)
                ? texts.of("mails.refused.malformed")
                : texts.of("mails.refused.code", refusal);
    }
}
