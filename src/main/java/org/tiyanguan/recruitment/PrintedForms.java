package org.tiyanguan.recruitment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.WordForm;
import org.tiyanguan.officer.Letters;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.ApplicationFiles.Content;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;

/**
 * Annex 1 (推荐表), annex 2 (自荐表) and the letter of appointment (聘书) as Word files, in the layout of {@code documents/}:
 * Word files themselves, whose fields stand in braces.
 */
@Component
public class PrintedForms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日");

    /** Leaves room for a day that somebody fills in by hand. */
    private static final String NO_DAY = "年　　月　　日";

    private final Applications applications;
    private final ApplicationFiles files;
    private final Officers officers;
    private final Letters letters;
    private final RecruitmentTexts texts;
    private final String centerName;

    PrintedForms(
            Applications applications,
            ApplicationFiles files,
            Officers officers,
            Letters letters,
            RecruitmentTexts texts,
            @Value("${tiyanguan.center-name}") String centerName) {
        this.applications = applications;
        this.files = files;
        this.officers = officers;
        this.letters = letters;
        this.texts = texts;
        this.centerName = centerName;
    }

    /** @param early whether the centre's opinion is printed before the leader has decided */
    public byte[] annex(Application application, boolean early) {
        boolean opinion = early || application.state().isDecided();
        Map<String, String> fields = new HashMap<>();
        for (String field : Annex.fields())
            fields.put(field, application.person().value(field));
        fields.put("number", application.number());
        fields.put("centerName", centerName);
        fields.put("birthDate", application.person().birthDate().toString());
        fields.put(
                "contact",
                application.person().email() == null
                        ? application.person().phone()
                        : application.person().phone() + "\n"
                                + application.person().email());
        fields.put(
                "unitOpinion",
                application.unitOpinion() == null
                        ? ""
                        : texts.of("print.opinion", application.unitOpinion(), application.unitOpinionBy()));
        fields.put("unitOpinionOn", day(application.unitOpinionOn()));
        fields.put("centerOpinion", opinion ? centerOpinion(application) : "");
        fields.put("centerOpinionOn", day(opinion ? application.centerOpinionOn() : null));
        byte[] photo = files.find(application.number(), Kind.PHOTO)
                .map(Content::content)
                .orElse(null);
        return WordForm.fill(application.isSelf() ? "annex-2.docx" : "annex-1.docx", fields, photo);
    }

    /** Puts the forms and letters of a call into one zip; those of erased applications are left out. */
    public byte[] all(RecruitmentCall call) {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip, StandardCharsets.UTF_8)) {
            for (Application application : applications.of(call.number())) {
                if (application.erasedAt() != null) continue;
                add(out, nameOfAnnex(application), annex(application, true));
                Optional<Officer> officer = officers.of(application.number());
                if (officer.isPresent()) add(out, nameOfLetter(application), letters.print(officer.get()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.toByteArray();
    }

    public String nameOfAnnex(Application application) {
        return fileName(application, "print." + application.kind().name());
    }

    public String nameOfLetter(Application application) {
        return fileName(application, "print.letter");
    }

    private String fileName(Application application, String what) {
        return application.number() + "-" + texts.of(what) + "-"
                + application.person().name().replaceAll("[^\\p{L}\\p{N}]", "") + ".docx";
    }

    private String centerOpinion(Application application) {
        String opinion = application.centerOpinion() == null ? "" : application.centerOpinion();
        return switch (application.state()) {
            case APPOINTED ->
                opinion + "\n" + texts.of("print.appointed", texts.label("category", application.category()));
            case REFUSED -> opinion + "\n" + texts.of("print.refused");
            default -> opinion;
        };
    }

    private static void add(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        new ByteArrayInputStream(content).transferTo(out);
        out.closeEntry();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? NO_DAY : day.format(DAY);
    }
}
