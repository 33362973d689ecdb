package org.tiyanguan.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.PersonName;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.security.Accounts;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** The experience officers: their records and accounts; their terms are kept by {@link Terms}. */
@Component
@Transactional
public class Officers {

    /** Whoever is appointed; e-mail, employer and unit (a group) may be null. */
    public record Appointee(
            String application,
            String name,
            String phone,
            @Nullable String email,
            @Nullable String employer,
            @Nullable String unit,
            OfficerCategory category) {}

    /** An officer with the newest term. */
    private static final String SELECT = """
            select o.id, o.account, o.application, o.category, t.letter, t.term_from, t.term_until, o.phone, o.employer, o.unit
            from officer o join officer_term t on t.id = (
                select n.id from officer_term n where n.account = o.account order by n.term_from desc, n.id desc limit 1)
            """;

    /** How to reach somebody; {@code phone} is null where nobody knows it. */
    public record Contact(String name, @Nullable String phone) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Accounts accounts;
    private final People people;
    private final Activations activations;
    private final Terms terms;
    private final ReadOnce once;

    Officers(
            JdbcClient jdbc,
            Clock clock,
            Accounts accounts,
            People people,
            Activations activations,
            Terms terms,
            ReadOnce once) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.clock = clock;
        this.accounts = accounts;
        this.people = people;
        this.activations = activations;
        this.once = once;
    }

    /**
     * Appoints from today; the account has a password once its owner followed a link.
     *
     * @param letter the number of the letter of appointment, of which the account's name is made
     */
    public Officer appoint(Appointee person, String letter, int termMonths) {
        LocalDate today = LocalDate.now(clock);
        String account = letter.replace("PS-", "tyg").replace("-", "");
        PersonName name = PersonName.of(person.name());
        accounts.user(
                account, name.surname(), name.given(), person.email(), activations.nobodysPassword(), Roles.OFFICER);
        jdbc.sql("""
                        insert into officer (account, application, category, phone, employer, unit)
                        values (:account, :application, :category, :phone, :employer, :unit)""")
                .param("account", account)
                .param("application", person.application())
                .param("category", person.category().name())
                .param("phone", person.phone())
                .param("employer", person.employer())
                .param("unit", person.unit())
                .update();
        terms.add(
                account,
                Term.Kind.APPOINTED,
                letter,
                today,
                today.plusMonths(termMonths).minusDays(1),
                null);
        return of(person.application()).orElseThrow();
    }

    /** The officer whom the application led to. */
    public Optional<Officer> of(String application) {
        return one("application", application);
    }

    /** Finds nobody, either, where there is no record of the officer's term. */
    public Optional<Officer> withAccount(String account) {
        return once.find(Officer.class, account, () -> one("account", account));
    }

    /** The accounts of whoever has that phone, in the form in which phones are kept. */
    @Transactional(readOnly = true)
    public List<String> withPhone(String phone) {
        return jdbc.sql("select account from officer where phone = :phone order by account")
                .param("phone", phone)
                .query(String.class)
                .list();
    }

    /** The officer of that name and phone whose term is not over. */
    public Optional<Officer> serving(String name, String phone) {
        return jdbc
                .sql(SELECT
                        + "where o.phone = :phone and t.ended_as is null and t.term_until >= :today order by o.id desc")
                .param("phone", phone)
                .param("today", LocalDate.now(clock))
                .query(Officer.class)
                .list()
                .stream()
                .filter(officer -> people.nameOf(officer.account()).equals(name))
                .findFirst();
    }

    /**
     * Accounts of the officers in office today and on each of these days, by name; one without a record of a term
     * counts as in office.
     */
    public List<String> inOffice(LocalDate from, LocalDate until) {
        Set<String> out = terms.outOfOffice(from, until);
        return people.membersOf(Roles.OFFICER).stream()
                .filter(account -> !out.contains(account))
                .sorted(Comparator.comparing(people::nameOf, PersonName.ORDER))
                .toList();
    }

    /** Whether the officer must keep away from the department (回避): they said so, or work there. */
    public boolean hasTie(String account, String department) {
        if (ties(account).contains(department)) return true;
        String employer = withAccount(account).map(Officer::employer).orElse("").replaceAll("\\s", "");
        String name = people.department(department)
                .map(People.Department::name)
                .orElse("")
                .replaceAll("\\s", "");
        return !employer.isEmpty() && !name.isEmpty() && (employer.contains(name) || name.contains(employer));
    }

    /** Each with the newest term. */
    @Transactional(readOnly = true)
    public List<Officer> all() {
        return jdbc.sql(SELECT).query(Officer.class).list();
    }

    /** By account, the codes of the departments that these officers named. */
    @Transactional(readOnly = true)
    public Map<String, List<String>> ties(Collection<String> accounts) {
        Map<String, List<String>> ties = new HashMap<>();
        if (accounts.isEmpty()) return ties;
        jdbc.sql("select account, department from officer_tie where account in (:accounts) order by department")
                .param("accounts", accounts)
                .query((row, line) -> ties.computeIfAbsent(row.getString("account"), account -> new ArrayList<>())
                        .add(row.getString("department")))
                .list();
        return ties;
    }

    /** The codes of the departments that the officer named. */
    public List<String> ties(String account) {
        return jdbc.sql("select department from officer_tie where account = :account order by department")
                .param("account", account)
                .query(String.class)
                .list();
    }

    /** How to reach the officer, and the codes of the departments that they must keep away from. */
    void change(String account, String phone, List<String> departments) {
        jdbc.sql("update officer set phone = :phone where account = :account")
                .param("phone", phone.isEmpty() ? null : phone)
                .param("account", account)
                .update();
        once.forget(Officer.class, account);
        jdbc.sql("delete from officer_tie where account = :account")
                .param("account", account)
                .update();
        departments.forEach(
                department -> jdbc.sql("insert into officer_tie (account, department) values (:account, :department)")
                        .param("account", account)
                        .param("department", department)
                        .update());
    }

    public Contact contact(String account) {
        return new Contact(
                people.nameOf(account), withAccount(account).map(Officer::phone).orElse(null));
    }

    private Optional<Officer> one(String column, String value) {
        return jdbc.sql(SELECT + "where o." + column + " = :value")
                .param("value", value)
                .query(Officer.class)
                .optional();
    }
}
