package org.tiyanguan.practice.page;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.practice.Practice;
import org.tiyanguan.practice.PracticeText;
import org.tiyanguan.practice.PracticeTexts;
import org.tiyanguan.practice.PracticeVersions;
import org.tiyanguan.security.People;
import org.tiyanguan.web.AtomFeed;

/** The practices that everybody may read, as a feed. */
@Component
@Transactional(readOnly = true)
class PracticeFeed {

    private final PracticeVersions versions;
    private final People people;
    private final PracticeTexts texts;
    private final AtomFeed feed;

    PracticeFeed(PracticeVersions versions, People people, PracticeTexts texts, AtomFeed feed) {
        this.versions = versions;
        this.people = people;
        this.texts = texts;
        this.feed = feed;
    }

    /** @param practices the newest first */
    byte[] write(List<Practice> practices) {
        return feed.write(
                new AtomFeed.Head("/practices.atom", "/practices", texts.of("feed.title"), texts.of("feed.subtitle")),
                practices.stream().flatMap(this::entry).toList());
    }

    private Stream<AtomFeed.Entry> entry(Practice practice) {
        return versions.published(practice.number()).stream().map(text -> entry(practice, text));
    }

    private AtomFeed.Entry entry(Practice practice, PracticeText text) {
        return new AtomFeed.Entry(
                "/practices/" + practice.number(),
                text.title(),
                practice.since(),
                practice.updated(),
                practice.topic(),
                texts.of("feed.summary", people.departmentName(practice.department()), text.effectText()),
                String.join(
                        "\n\n",
                        texts.of("feed.before"),
                        text.beforeText(),
                        texts.of("feed.done"),
                        text.doneText(),
                        texts.of("feed.effect"),
                        text.effectText()));
    }
}
