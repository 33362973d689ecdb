package org.tiyanguan.demo;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tiyanguan.evidence.EvidenceAccess;
import org.tiyanguan.evidence.Intake;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Photo;

/** What the demo's people do on pages, not in tasks. */
@Component
@Profile("demo")
class DemoDeeds {

    private final IdentityService identity;
    private final JdbcClient jdbc;
    private final Intake intake;
    private final Calls calls;
    private final Applications applications;
    private final ApplicationFiles files;
    private final ExperienceDeeds experience;
    private final ReviewDeeds reviews;
    private final MeetingDeeds events;
    private final LookBackDeeds lookBacks;
    private final AnnualDeeds annual;
    private final PracticeDeeds practices;

    DemoDeeds(
            IdentityService identity,
            JdbcClient jdbc,
            Intake intake,
            Calls calls,
            Applications applications,
            ApplicationFiles files,
            ExperienceDeeds experience,
            ReviewDeeds reviews,
            MeetingDeeds events,
            LookBackDeeds lookBacks,
            AnnualDeeds annual,
            PracticeDeeds practices) {
        this.identity = identity;
        this.jdbc = jdbc;
        this.intake = intake;
        this.calls = calls;
        this.applications = applications;
        this.files = files;
        this.experience = experience;
        this.reviews = reviews;
        this.events = events;
        this.lookBacks = lookBacks;
        this.annual = annual;
        this.practices = practices;
    }

    String lastApplication() {
        List<Application> ofNewestCall = applications.of(calls.all().get(0).number());
        return ofNewestCall.get(ofNewestCall.size() - 1).number();
    }

    void photograph(String application, int n) {
        files.put(application, Kind.PHOTO, Photo.TYPE, DemoPictures.face(n));
    }

    /** The officers log in under the demo's well-known names, which the program itself gives to nobody. */
    void giveDemoAccounts() {
        List<String> made = jdbc.sql("select account from officer order by application")
                .query(String.class)
                .list();
        for (int n = 0; n < made.size(); n++) {
            identity.deleteUser(made.get(n));
            jdbc.sql("update officer set account = :demo where account = :made")
                    .param("demo", DemoAccounts.officer(n))
                    .param("made", made.get(n))
                    .update();
            jdbc.sql("delete from activation where account = :made")
                    .param("made", made.get(n))
                    .update();
        }
    }

    /** What they do in assignments. */
    ExperienceDeeds experience() {
        return experience;
    }

    /** What becomes of their events. */
    MeetingDeeds events() {
        return events;
    }

    /** What is looked back on, and what came back. */
    LookBackDeeds lookBacks() {
        return lookBacks;
    }

    /** What they do about the years' summaries. */
    AnnualDeeds annual() {
        return annual;
    }

    /** How their practices are nominated. */
    PracticeDeeds practices() {
        return practices;
    }

    /** How their reviews are opened. */
    ReviewDeeds reviews() {
        return reviews;
    }

    void showMended(String number, String department) {
        intake.add(
                number,
                new EvidenceAccess(department, true, false),
                List.of(new ByteArrayResource(DemoPictures.table("整改后", 0xcfe8d5))));
    }
}
