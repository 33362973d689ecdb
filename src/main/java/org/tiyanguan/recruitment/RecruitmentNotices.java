package org.tiyanguan.recruitment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tiyanguan.notification.Notices;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.security.Roles;

/** Who is told what at each step of a recruitment. Whoever gave no mail address finds it by number and phone. */
@Component
public class RecruitmentNotices {

    private final Notices notices;
    private final RecruitmentTexts texts;

    RecruitmentNotices(Notices notices, RecruitmentTexts texts) {
        this.notices = notices;
        this.texts = texts;
    }

    // ---- the call

    public void approveCall(RecruitmentCall call) {
        notices.toGroup(Roles.LEADER, "call-approve", call.number(), facts(call));
    }

    public void reviseCall(RecruitmentCall call, String reason) {
        notices.toGroup(Roles.CENTER, "call-revise", call.number(), with(facts(call), "reason", reason));
    }

    public void invited(RecruitmentCall call, String unit) {
        notices.toGroup(unit, "call-invited", call.number(), facts(call));
    }

    public void remindUnit(RecruitmentCall call, String unit) {
        notices.toGroup(unit, "call-remind", call.number(), facts(call));
    }

    public void declined(RecruitmentCall call, String unit, String reason) {
        notices.toGroup(Roles.CENTER, "call-declined", call.number(), with(facts(call), "reason", reason));
    }

    // ---- an application

    public void received(Application application) {
        toApplicant(application, "application-received", Map.of());
    }

    public void check(Application application) {
        notices.toGroup(Roles.CENTER, "application-check", application.number(), Map.of());
    }

    public void complete(Application application) {
        Map<String, String> facts = completion(application);
        if (application.unit() == null) toApplicant(application, "application-complete", facts);
        else notices.toGroup(application.unit(), "application-complete", application.number(), facts);
    }

    public void remindCompletion(Application application) {
        Map<String, String> facts = completion(application);
        if (application.unit() == null) toApplicant(application, "application-remind", facts);
        else notices.toGroup(application.unit(), "application-remind", application.number(), facts);
    }

    public void lapsed(Application application) {
        tellBoth(application, "application-lapsed", Map.of("reason", application.reason()));
    }

    public void decide(Application application) {
        notices.toGroup(Roles.LEADER, "application-decide", application.number(), Map.of());
    }

    public void refused(Application application) {
        tellBoth(application, "application-refused", Map.of("reason", application.reason()));
    }

    public void objection(Application application) {
        notices.toGroup(Roles.CENTER, "application-objection", application.number(), Map.of());
    }

    public void appointed(Application application, Officer officer, String activation) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("letter", officer.letter());
        facts.put("category", texts.label("category", officer.category()));
        facts.put("term", texts.of("term", officer.termFrom(), officer.termUntil()));
        facts.put("account", officer.account());
        facts.put("activation", activation);
        toApplicant(application, "application-appointed", facts);
        if (application.unit() != null)
            notices.toGroup(application.unit(), "application-recommended-appointed", application.number(), Map.of());
    }

    /** Sends another link for an account whose owner has not set a password yet. */
    public void activate(Application application, Officer officer, String activation) {
        toApplicant(
                application, "application-activate", Map.of("account", officer.account(), "activation", activation));
    }

    /** Erases where the application's mails went and what they said. */
    public void forget(String number) {
        notices.forget(number);
    }

    /** Tells the person, and the unit that recommended them. */
    private void tellBoth(Application application, String template, Map<String, String> facts) {
        toApplicant(application, template, facts);
        if (application.unit() != null) notices.toGroup(application.unit(), template, application.number(), facts);
    }

    private void toApplicant(Application application, String template, Map<String, String> facts) {
        if (application.person().email() != null)
            notices.toAddress(application.person().email(), template, application.number(), facts);
    }

    private Map<String, String> completion(Application application) {
        return with(
                with(new LinkedHashMap<>(), "missing", Objects.requireNonNull(application.missing(), "not sent back")),
                "completeBy",
                texts.time(application.completionDue()));
    }

    private static Map<String, String> facts(RecruitmentCall call) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", call.title());
        facts.put("opensOn", call.firstDay().toString());
        facts.put("closesOn", call.lastDay().toString());
        return facts;
    }

    private static Map<String, String> with(Map<String, String> facts, String key, String value) {
        facts.put(key, value);
        return facts;
    }
}
