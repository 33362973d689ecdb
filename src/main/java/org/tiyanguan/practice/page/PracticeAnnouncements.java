package org.tiyanguan.practice.page;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.PracticeTexts;
import org.tiyanguan.practice.PracticeVersions;
import org.tiyanguan.practice.Practices;
import org.tiyanguan.practice.Practices.Asked;
import org.tiyanguan.security.People;
import org.tiyanguan.web.Announcements;
import org.tiyanguan.web.PublicThings;

/** The newest practices on the public's first page. */
@Component
@Transactional(readOnly = true)
class PracticeAnnouncements implements Announcements, PublicThings {

    private static final int MOST = 3;

    private static final int ALL = 1000;

    private final Practices practices;
    private final PracticeVersions versions;
    private final People people;
    private final PracticeTexts texts;

    PracticeAnnouncements(Practices practices, PracticeVersions versions, People people, PracticeTexts texts) {
        this.practices = practices;
        this.versions = versions;
        this.people = people;
        this.texts = texts;
    }

    @Override
    public List<Announcement> current() {
        return practices.published(Asked.ALL, MOST).stream().map(this::of).toList();
    }

    @Override
    public List<PublicThing> publicThings() {
        return practices.published(Asked.ALL, ALL).stream()
                .map(one -> new PublicThing(
                        texts.of("public"), one.title(), "/practices/" + one.number(), one.publishedAt()))
                .toList();
    }

    private Announcement of(Practice practice) {
        String effect = versions.published(practice.number()).orElseThrow().effectText();
        return new Announcement(
                texts.of("announcement", practice.title()),
                texts.of("announcement.text", people.departmentName(practice.department()), effect),
                "/practices/" + practice.number(),
                texts.of("announcement.action"));
    }
}
