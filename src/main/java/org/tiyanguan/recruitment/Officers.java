package org.tiyanguan.recruitment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.security.Accounts;
import org.tiyanguan.security.Roles;

/** The experience officers: their records, terms and accounts. */
@Component
@Transactional
class Officers {

    /** {@code letter} is the number of the letter of appointment (聘书); the term's days are both included. */
    record Officer(
            long id,
            String account,
            String application,
            OfficerCategory category,
            String letter,
            LocalDate termFrom,
            LocalDate termUntil) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Numbers numbers;
    private final Accounts accounts;
    private final Activations activations;
    private final RecruitmentNotices notices;

    Officers(
            JdbcClient jdbc,
            Clock clock,
            Numbers numbers,
            Accounts accounts,
            Activations activations,
            RecruitmentNotices notices) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbers = numbers;
        this.accounts = accounts;
        this.activations = activations;
        this.notices = notices;
    }

    /** Appoints from today for the call's term; the account has a password once its owner followed the link. */
    void appoint(Application application, RecruitmentCall call) {
        LocalDate today = LocalDate.now(clock);
        String letter = numbers.nextLetter();
        String account = letter.replace("PS-", "tyg").replace("-", "");
        accounts.user(account, application.name().substring(0, 1), application.name().substring(1), application.email(),
                activations.nobodysPassword(), Roles.OFFICER);
        jdbc.sql("""
                        insert into officer (account, application, category, letter, term_from, term_until)
                        values (:account, :application, :category, :letter, :from, :until)""")
                .param("account", account)
                .param("application", application.number())
                .param("category", application.category().name())
                .param("letter", letter)
                .param("from", today)
                .param("until", today.plusMonths(call.termMonths()).minusDays(1))
                .update();
        notices.appointed(application, of(application.number()).orElseThrow(), activations.link(account));
    }

    /** Whether there is an officer who has not set a password and has a mail address to send a link to. */
    boolean mayBeSentAnotherLink(Application application) {
        return application.email() != null
                && of(application.number()).filter(officer -> !activations.isActive(officer.account())).isPresent();
    }

    void sendAnotherLink(Application application) {
        Officer officer = of(application.number()).orElseThrow();
        notices.activate(application, officer, activations.link(officer.account()));
    }

    /** The officer whom the application led to. */
    Optional<Officer> of(String application) {
        return jdbc.sql("select * from officer where application = :application")
                .param("application", application)
                .query(Officer.class)
                .optional();
    }

    /** The officer of that name and phone whose term is not over. */
    Optional<Officer> serving(String name, String phone) {
        return jdbc.sql("""
                        select o.* from officer o join application a on a.number = o.application
                        where a.name = :name and a.phone = :phone and o.term_until >= :today
                        order by o.id desc fetch first 1 rows only""")
                .param("name", name)
                .param("phone", phone)
                .param("today", LocalDate.now(clock))
                .query(Officer.class)
                .optional();
    }
}
