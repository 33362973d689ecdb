package org.tiyanguan.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.CaseOf;
import org.tiyanguan.core.MailAddress;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.security.Choices;
import org.tiyanguan.security.Deputies;
import org.tiyanguan.security.People;
import org.tiyanguan.security.StandIns;

/**
 * Tells people what happened, in the transaction in which it happens: if that is undone, nobody is told. The template
 * is a key of {@code messages/notification.properties}; the facts are shown in their order, labelled by their keys. The
 * number is the ledger number, or null where it is not about one entry.
 */
@Component
@Transactional
public class Notices implements CaseOf {

    /** What the table takes; an account may carry anything, which must not stop the act that tells of it. */
    private static final int LONGEST_ADDRESS = 120;

    private record Mailed(List<Notice> inOrder) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final People people;
    private final StandIns standIns;
    private final Deputies deputies;
    private final Choices choices;
    private final MailRefusals refusals;
    private final Mailing mailing;
    private final RuntimeService runtime;
    private final ObjectMapper json;
    private final ReadOnce once;
    private final Duration bundleFor;

    Notices(
            JdbcClient jdbc,
            Clock clock,
            People people,
            StandIns standIns,
            Deputies deputies,
            Choices choices,
            MailRefusals refusals,
            Mailing mailing,
            RuntimeService runtime,
            ObjectMapper json,
            ReadOnce once,
            MailSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.people = people;
        this.standIns = standIns;
        this.deputies = deputies;
        this.choices = choices;
        this.refusals = refusals;
        this.mailing = mailing;
        this.runtime = runtime;
        this.json = json;
        this.once = once;
        this.bundleFor = settings.bundleFor();
    }

    /**
     * One notice for each member of the group, or for those who {@linkplain StandIns stand in} for a group without any.
     */
    public void toGroup(String group, String template, @Nullable String number, Map<String, String> facts) {
        toGroups(List.of(group), template, number, facts);
    }

    /** Tells several groups like {@link #toGroup}; who is in more than one of them gets one notice. */
    public void toGroups(List<String> groups, String template, @Nullable String number, Map<String, String> facts) {
        whom(groups, facts).forEach((user, what) -> tellOne(user, template, number, what));
    }

    /**
     * Tells several groups like {@link #toGroups}, and first the one whose own deadline it is, if there is one. The
     * others may hear of many cases within a short time: their mails wait for each other and are one ({@link Bundles}).
     */
    public void toOwnerAndOthers(
            Optional<String> owner,
            List<String> groups,
            String template,
            @Nullable String number,
            Map<String, String> facts) {
        owner.ifPresent(user -> toUser(user, template, number, facts));
        List<String> ownersDeputies = owner.map(deputies::of).orElse(List.of());
        LocalDateTime bundleAt =
                bundleFor.isZero() ? null : LocalDateTime.now(clock).plus(bundleFor);
        whom(groups, facts).forEach((user, what) -> {
            if (!owner.equals(Optional.of(user)) && !ownersDeputies.contains(user))
                tell(user, addressOf(user, template), template, number, what, bundleAt);
        });
    }

    private Map<String, Map<String, String>> whom(List<String> groups, Map<String, String> facts) {
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        groups.forEach(group -> people.membersOf(group).forEach(member -> told.putIfAbsent(member, facts)));
        List.copyOf(told.keySet()).forEach(member -> tellDeputies(told, deputies.of(member), member, facts));
        groups.forEach(group -> tellDeputies(told, deputies.ofRole(group), group, facts));
        groups.forEach(group ->
                standIns.of(group).forEach(other -> told.computeIfAbsent(other, o -> instead(group, facts))));
        return told;
    }

    private void tellDeputies(
            Map<String, Map<String, String>> told, List<String> who, String whose, Map<String, String> facts) {
        who.forEach(deputy -> told.computeIfAbsent(deputy, one -> asDeputy(whose, facts)));
    }

    private Map<String, String> asDeputy(String whose, Map<String, String> facts) {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.put("deputyFor", people.exists(whose) ? people.nameOf(whose) : people.nameOfGroup(whose));
        return all;
    }

    private Map<String, String> instead(String group, Map<String, String> facts) {
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.put("instead", choices.nameOf(group));
        return all;
    }

    /**
     * A user without an e-mail address, or who wants no mail of that template, is told in the program only. What is
     * about a case is told to who acts for them, too, while they are away.
     */
    public void toUser(@Nullable String userId, String template, @Nullable String number, Map<String, String> facts) {
        tellOne(userId, template, number, facts);
        if (userId != null && number != null)
            deputies.of(userId).forEach(deputy -> tellOne(deputy, template, number, asDeputy(userId, facts)));
    }

    private void tellOne(@Nullable String userId, String template, @Nullable String number, Map<String, String> facts) {
        tell(userId, addressOf(userId, template), template, number, facts, null);
    }

    private @Nullable String addressOf(@Nullable String userId, String template) {
        return people.emailOf(userId)
                .filter(email -> email.length() <= LONGEST_ADDRESS && MailAddress.isMailable(email))
                .filter(email -> !refusals.of(userId).contains(template))
                .orElse(null);
    }

    /** Tells somebody without an account. */
    public void toAddress(String address, String template, @Nullable String number, Map<String, String> facts) {
        tell(null, address, template, number, facts, null);
    }

    /** Erases where the notices about the number went and what they said; that somebody was told remains. */
    public void forget(String number) {
        jdbc.sql(
                        "update notice set address = null, bundle_at = null, data = '{}', recipient = coalesce(recipient, '-') where number = :number")
                .param("number", number)
                .update();
        once.forget(Mailed.class);
    }

    /**
     * Erases where notices went that were mailed before that time, to people without an account, and what they said.
     */
    public void forgetMailed(List<String> templates, LocalDateTime before) {
        jdbc.sql("""
                        update notice set address = null, data = '{}', recipient = '-'
                        where template in (:templates) and recipient is null and mailed_at < :before""").param("templates", templates).param("before", before).update();
        once.forget(Mailed.class);
    }

    @Override
    public String caseOf(String id) {
        return mailedWith(Long.parseLong(id)).get(0).number();
    }

    /** The first notice that a job mails, and the others that go with it, in the order in which they were told. */
    List<Notice> mailedWith(long first) {
        return once.read(Mailed.class, first, () -> new Mailed(readMailedWith(first)))
                .inOrder();
    }

    private List<Notice> readMailedWith(long first) {
        return jdbc.sql("select * from notice where id = :first or mailing = :first order by id")
                .param("first", first)
                .query(Notice.class)
                .list();
    }

    void markAsSent(List<Long> notices) {
        if (notices.isEmpty()) return;
        jdbc.sql("update notice set mailed_at = :now where id in (:notices)")
                .param("now", LocalDateTime.now(clock))
                .param("notices", notices)
                .update();
        once.forget(Mailed.class);
    }

    /** @param code why no mail of theirs will be tried again by itself */
    void markAsRefused(List<Long> notices, String code) {
        jdbc.sql("update notice set refused_at = :now, refusal = :code where id in (:notices)")
                .param("now", LocalDateTime.now(clock))
                .param("code", code)
                .param("notices", notices)
                .update();
        once.forget(Mailed.class);
    }

    private void tell(
            @Nullable String userId,
            @Nullable String address,
            String template,
            @Nullable String number,
            Map<String, String> facts,
            @Nullable LocalDateTime bundleAt) {
        boolean atOnce = address != null && bundleAt == null;
        Long first = atOnce ? mailing.join(number) : null;
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into notice (number, template, recipient, address, data, created_at, mailing, bundle_at, mail_id)
                        values (:number, :template, :recipient, :address, :data, :now, :mailing, :bundleAt, :mailId)""")
                .param("number", number)
                .param("template", template)
                .param("recipient", userId)
                .param("address", address)
                .param("data", write(facts))
                .param("now", LocalDateTime.now(clock))
                .param("mailing", first)
                .param("bundleAt", address == null ? null : bundleAt)
                .param("mailId", address == null ? null : UUID.randomUUID().toString())
                .update(key, "id");
        if (!atOnce || first != null) return;
        long id = key.getKey().longValue();
        mailing.begin(number, id);
        runtime.startProcessInstanceByKey(NoticeDiagram.KEY, number, Map.of(NoticeDiagram.Variable.NOTICE_ID, id));
    }

    private String write(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
