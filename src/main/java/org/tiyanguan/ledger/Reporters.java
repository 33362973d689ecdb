package org.tiyanguan.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.OfficerCategory;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.privacy.Masked;
import org.tiyanguan.privacy.Somebody;
import org.tiyanguan.privacy.Somebody.Known;
import org.tiyanguan.privacy.Trace.Kind;
import org.tiyanguan.security.People;

/** Who reported; kept apart from the ledger so that nothing for a department can name anybody by accident. */
@Component
public class Reporters {

    /** Who reported, masked; null where nothing was left. Only for who sees everything. */
    public record Card(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {}

    private record Reporter(
            @Nullable String userId,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            boolean contactable) {}

    private final JdbcClient jdbc;
    private final Notices notices;
    private final People people;
    private final Officers officers;
    private final ReadOnce once;

    Reporters(JdbcClient jdbc, Notices notices, People people, Officers officers, ReadOnce once) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.people = people;
        this.officers = officers;
        this.once = once;
    }

    /** What is on record of who reported, by which their texts could name them. */
    Somebody somebody(String number) {
        return find(number).map(this::somebody).orElse(Somebody.UNKNOWN);
    }

    /** Returns the same as {@link #somebody(String)} for a report that is not in the ledger yet. */
    Somebody somebody(Report report, @Nullable String officer) {
        return somebody(
                new Reporter(officer, report.reporterName(), report.reporterPhone(), report.reporterEmail(), false));
    }

    /** An officer who has not reported yet. */
    public Somebody officer(String account) {
        return somebody(new Reporter(account, null, null, null, false));
    }

    private Somebody somebody(Reporter reporter) {
        Somebody known = Somebody.UNKNOWN.and(Stream.of(
                new Known(Kind.NAME, reporter.name),
                new Known(Kind.PHONE, reporter.phone),
                new Known(Kind.MAIL, reporter.email)));
        String account = reporter.userId;
        if (account == null) return known;
        Officers.Contact officer = officers.contact(account);
        String employer = officers.withAccount(account)
                .map(Officer::employer)
                .filter(this::isNoDepartment)
                .orElse(null);
        return known.and(Stream.of(
                new Known(Kind.NAME, officer.name()),
                new Known(Kind.ACCOUNT, account),
                new Known(Kind.PHONE, officer.phone()),
                new Known(Kind.MAIL, people.emailOf(account).orElse(null)),
                new Known(Kind.EMPLOYER, employer)));
    }

    /** What a department is called names the department. */
    private boolean isNoDepartment(String employer) {
        return people.departments().stream()
                .noneMatch(department -> department.name().contains(employer));
    }

    void add(String number, Report report, @Nullable String officer, Origin origin) {
        jdbc.sql("""
                        insert into reporter (number, user_id, name, phone, email, contactable, client, reference, only_reference)
                        values (:number, :userId, :name, :phone, :email, :contactable, :client, :reference, :onlyReference)""")
                .param("number", number)
                .param("userId", officer)
                .param("name", blankToNull(report.reporterName()))
                .param("phone", blankToNull(report.reporterPhone()))
                .param("email", blankToNull(report.reporterEmail()))
                .param("contactable", Boolean.TRUE.equals(report.contactable()))
                .param("client", origin.client())
                .param("reference", origin.reference())
                .param("onlyReference", origin.client() == null ? null : blankToNull(origin.reference()))
                .update();
        once.forget(Reporter.class, number);
    }

    /** The account of the officer who reported; empty when it was somebody else, or there is no such entry. */
    public Optional<String> account(String number) {
        return find(number).map(Reporter::userId);
    }

    /** Whether the same person reported both, as far as their accounts and addresses tell. */
    public boolean areSame(String number, String other) {
        Reporter one = find(number).orElseThrow();
        Reporter two = find(other).orElseThrow();
        return one.userId != null && one.userId.equals(two.userId)
                || one.email != null && one.email.equalsIgnoreCase(two.email);
    }

    /** Returns as what the officer is appointed; empty for null, and where there is no record of a term. */
    Optional<OfficerCategory> categoryOf(@Nullable String officer) {
        return Optional.ofNullable(officer).flatMap(officers::withAccount).map(Officer::category);
    }

    /** How to reach the officer who reported, if they agreed to that for this finding. */
    public Optional<Officers.Contact> contact(String number) {
        return find(number).filter(Reporter::contactable).map(Reporter::userId).map(officers::contact);
    }

    /** Tells the reporter in the program and by mail; without an account or address the answer waits in the ledger. */
    public void tell(String number, String template, Map<String, String> facts) {
        Reporter reporter = find(number).orElseThrow();
        if (reporter.userId() != null) notices.toUser(reporter.userId(), template, number, facts);
        else if (reporter.email() != null) notices.toAddress(reporter.email(), template, number, facts);
    }

    /** Returns who reported, with phone and mail address masked, for the centre's page. */
    public Card masked(String number) {
        return find(number).map(this::masked).orElse(new Card(null, null, null));
    }

    /** What the report does not say of an officer, the account does. */
    private Card masked(Reporter reporter) {
        Optional<String> account = Optional.ofNullable(reporter.userId);
        String name = reporter.name != null
                ? reporter.name
                : account.map(people::nameOf).orElse(null);
        String email = reporter.email != null
                ? reporter.email
                : account.flatMap(people::emailOf).orElse(null);
        return new Card(name, reporter.phone == null ? null : Masked.phone(reporter.phone), Masked.email(email));
    }

    private Optional<Reporter> find(String number) {
        return once.find(
                Reporter.class,
                number,
                () -> jdbc.sql("select user_id, name, phone, email, contactable from reporter where number = :number")
                        .param("number", number)
                        .query(Reporter.class)
                        .optional());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
