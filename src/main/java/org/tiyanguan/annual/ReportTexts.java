package org.tiyanguan.annual;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.security.CurrentUser;

/** The report's sections: each save is kept, and nobody saves over what they have not seen. */
@Component
@Transactional
public class ReportTexts {

    public static final int LONGEST = 8000;

    /** Nobody has edited it yet. */
    public static final int WRITTEN_BY_PROCESS = 1;

    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final Versions versions;
    private final PublicWords words;
    private final CurrentUser user;
    private final AnnualTexts texts;
    private final Clock clock;

    ReportTexts(
            JdbcClient jdbc, Versions versions, PublicWords words, CurrentUser user, AnnualTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.words = words;
        this.user = user;
        this.texts = texts;
        this.clock = clock;
    }

    /** The last revision of each section, in the order of the report. */
    @Transactional(readOnly = true)
    public Map<Section, SavedText> of(Version version) {
        Map<Section, SavedText> sections = new EnumMap<>(Section.class);
        revisions(version).forEach(one -> sections.put(one.section(), one));
        return sections;
    }

    /** All that was ever saved, by revision. */
    @Transactional(readOnly = true)
    public List<SavedText> revisions(Version version) {
        return jdbc.sql("""
                        select section, revision, text, saved_by, saved_at from annual_text
                        where number = :number and version = :version order by revision, section""")
                .param("number", version.number())
                .param("version", version.version())
                .query(SavedText.class)
                .list();
    }

    /**
     * Saves what somebody wrote on a page that showed that revision.
     *
     * @throws SavedMeanwhile if somebody else has saved the section since
     * @throws org.tiyanguan.core.Refusal if the public may not read it, or the report is closed to changes
     */
    public void save(int year, Version asked, Section section, int seen, String text) {
        Version version = versions.lock(asked.number(), asked.version());
        if (!version.isDraft()) throw texts.refusal(null, "not-draft");
        String typed = texts.length("text", text.replace("\r\n", "\n"), 1, LONGEST);
        SavedText last = Objects.requireNonNull(of(version).get(section), section::name);
        if (last.revision() != seen) {
            if (last.text().equals(typed)) return;
            throw new SavedMeanwhile(last, texts.of("refusal.saved-meanwhile"));
        }
        if (last.text().equals(typed)) return;
        words.check(year, "text", typed);
        add(version, section, seen + 1, typed, user.id().orElse(SYSTEM));
    }

    /** What the process writes; where somebody wrote the section already, theirs stays. */
    public void write(Version version, Section section, String text) {
        SavedText last = of(version).get(section);
        if (last == null) add(version, section, WRITTEN_BY_PROCESS, text, SYSTEM);
        else if (last.savedBy().equals(SYSTEM) && !last.text().equals(text))
            add(version, section, last.revision() + 1, text, SYSTEM);
    }

    /** A correction begins with what the version before said. */
    void copy(Version from, Version to) {
        of(from).forEach((section, text) -> add(to, section, WRITTEN_BY_PROCESS, text.text(), text.savedBy()));
    }

    private void add(Version version, Section section, int revision, String text, String by) {
        jdbc.sql("""
                        insert into annual_text (number, version, section, revision, text, saved_by, saved_at)
                        values (:number, :version, :section, :revision, :text, :by, :now)""")
                .param("number", version.number())
                .param("version", version.version())
                .param("section", section.name())
                .param("revision", revision)
                .param("text", text)
                .param("by", by)
                .param("now", LocalDateTime.now(clock))
                .update();
    }
}
