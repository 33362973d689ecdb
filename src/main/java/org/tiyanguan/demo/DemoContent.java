package org.tiyanguan.demo;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.disclosure.Disclosures;
import org.tiyanguan.disclosure.PublicItem;
import org.tiyanguan.engine.EngineClock;
import org.tiyanguan.security.Accounts;

/**
 * Fills an empty ledger with fourteen months of cases in every state, with two recruitments and with assignments, each
 * led through the real process by the demo's people. It runs before the engine's own job threads start.
 */
@Component
@Profile("demo")
class DemoContent implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DemoContent.class);

    /** Since the start of the working day before the last one nobody has read their notices. */
    private static final int UNREAD = 1;

    private final ProcessEngine engine;
    private final EngineClock clock;
    private final WorkCalendar calendar;
    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final DemoAccounts people;
    private final DemoRun run;
    private final Disclosures disclosures;

    DemoContent(
            ProcessEngine engine,
            EngineClock clock,
            WorkCalendar calendar,
            JdbcClient jdbc,
            Accounts accounts,
            DemoAccounts people,
            DemoRun run,
            Disclosures disclosures) {
        this.engine = engine;
        this.clock = clock;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.people = people;
        this.run = run;
        this.disclosures = disclosures;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (jdbc.sql("select count(*) from ledger_entry").query(Long.class).single() > 0) return;
        LOG.info("正在生成演示数据，请稍候 / Making the demo content, please wait");
        accounts.ensureRoles();
        // Mails of a past that never was are not sent.
        people.ensureWithoutAddresses();
        LocalDateTime present = LocalDateTime.now(clock);
        DemoDays days = days(present);
        try {
            run.run(cases(days), present);
            run.act("center", () -> disclosures.decide(EnumSet.allOf(PublicItem.class)));
        } finally {
            clock.reset();
        }
        people.giveAddresses();
        forgetOldMails();
        readOldNotices(days.at(UNREAD, 0));
    }

    private DemoDays days(LocalDateTime present) {
        return DemoDays.before(
                present,
                calendar::isWorkday,
                calendar.startOfBusiness(present.toLocalDate()).toLocalTime(),
                calendar.endOfBusiness(present.toLocalDate()).toLocalTime());
    }

    static List<DemoCase> cases(DemoDays days) {
        return Stream.of(
                        DemoRecruitment.cases(days),
                        DemoLedger.cases(days),
                        DemoExperience.cases(days),
                        DemoLookBack.cases(days),
                        DemoReviews.cases(days),
                        DemoEvents.cases(days),
                        DemoAnnual.cases(days),
                        DemoPractices.cases(days))
                .flatMap(List::stream)
                .toList();
    }

    /** Drops mails to those without an account; their notices stay. */
    private void forgetOldMails() {
        List<String> mails =
                engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("notice").list().stream()
                        .map(ProcessInstance::getId)
                        .toList();
        if (!mails.isEmpty()) engine.getRuntimeService().deleteProcessInstances(mails, "demo content", true, true);
    }

    private void readOldNotices(LocalDateTime until) {
        jdbc.sql("update notice set read_at = created_at where created_at < :until")
                .param("until", until)
                .update();
    }
}
