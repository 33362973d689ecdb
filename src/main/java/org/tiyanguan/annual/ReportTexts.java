package org.tiyanguan.annual;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.security.CurrentUser;

/** The report's sections: each save is kept, and nobody saves over what they have not seen. */
@Component
@Transactional
public class ReportTexts {

    public static final int LONGEST = 8000;

    /** Nobody has edited it yet. */
    public static final int WRITTEN_BY_PROCESS = 1;

    /** What somebody wrote, and the revision that the page showed them. */
    public record Edit(int seen, String text) {

        public Edit {
            text = text.replace("\r\n", "\n").strip();
        }
    }

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
     * Saves what somebody wrote on a page, all of it or nothing; what is as it was stays its revision.
     *
     * @throws SavedMeanwhile if somebody else has saved one of the sections since
     * @throws Refusal if the public may not read it, or the report is closed to changes; faults stand at {@link #field}
     */
    public void save(int year, Version asked, Map<Section, Edit> edits) {
        Version version = versions.lock(asked.number(), asked.version());
        if (!version.isDraft()) throw texts.refusal(null, "not-draft");
        Map<Section, SavedText> last = of(version);
        List<Refusal.Fault> faults = new ArrayList<>();
        boolean meanwhile = false;
        for (Map.Entry<Section, Edit> edit : edits.entrySet()) {
            SavedText saved = last(last, edit.getKey());
            String text = edit.getValue().text();
            if (saved.text().equals(text)) continue;
            if (saved.revision() == edit.getValue().seen()) faults.addAll(faults(year, edit.getKey(), text));
            else {
                meanwhile = true;
                faults.add(new Refusal.Fault(field(edit.getKey()), texts.of("refusal.saved-meanwhile")));
            }
        }
        if (meanwhile) throw new SavedMeanwhile(faults);
        if (!faults.isEmpty()) throw new Refusal(faults);
        edits.forEach((section, edit) -> {
            SavedText saved = last(last, section);
            if (!saved.text().equals(edit.text()))
                add(
                        version,
                        section,
                        saved.revision() + 1,
                        edit.text(),
                        user.id().orElse(SYSTEM));
        });
    }

    /** The name of the field of a section's text. */
    public static String field(Section section) {
        return "text-" + section;
    }

    private List<Refusal.Fault> faults(int year, Section section, String text) {
        try {
            texts.length(field(section), text, 1, LONGEST);
            words.check(year, field(section), text);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.faults();
        }
    }

    private static SavedText last(Map<Section, SavedText> saved, Section section) {
        return Objects.requireNonNull(saved.get(section), section::name);
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
