package org.tiyanguan.experience;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.evidence.Prepared;
import org.tiyanguan.experience.record.RecordSubmission;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.privacy.Telltale;
import org.tiyanguan.recruitment.Recruiting;

/** An officer whose name, phone and words are known and looked for, and who reports on an assignment. */
@Component
public class NamedOfficer {

    public static final String NAME = "欧阳静秋";
    public static final String PHONE = "13987654321";
    static final String EMAIL = "jingqiu@example.org";
    public static final Telltale TELLTALE = new Telltale(NAME);

    private final Experiencing experiencing;
    private final Records records;
    private final RecordPhotos photos;
    private final RecordSubmission sending;
    private final Officers officers;
    private final Recruiting recruiting;
    private final IdentityService identity;
    private final Acting acting;

    NamedOfficer(
            Experiencing experiencing,
            Records records,
            RecordPhotos photos,
            RecordSubmission sending,
            Officers officers,
            Recruiting recruiting,
            IdentityService identity,
            Acting acting) {
        this.experiencing = experiencing;
        this.records = records;
        this.photos = photos;
        this.sending = sending;
        this.officers = officers;
        this.recruiting = recruiting;
        this.identity = identity;
        this.acting = acting;
    }

    /** @return the account */
    String appointed() {
        String account = officers.of(recruiting.appointed(NAME, PHONE, EMAIL))
                .orElseThrow()
                .account();
        Experiencing.now("2026-03-23T10:00:00");
        User user = identity.createUserQuery().userId(account).singleResult();
        user.setPassword("Demo#2026");
        identity.saveUser(user);
        return account;
    }

    /** The ledger numbers of what the officer found on an assignment, with a photo that names them. */
    List<String> reported(String account, boolean contactable) throws Exception {
        Map<String, Object> plan = experiencing.plan(account);
        plan.putAll(Map.of("firstDay", "2026-03-24", "lastDay", "2026-03-31"));
        String assignment = experiencing.planned(plan);
        experiencing.reply(account, assignment, "YES", null);
        Visit visit = experiencing.visit(account, assignment);
        Map<String, String> typed = new LinkedHashMap<>(experiencing.filledIn(1));
        TELLTALE.report().forEach((field, text) -> typed.put("f1-" + field, text));
        typed.put("note-1", TELLTALE.text("字太小"));
        if (contactable) typed.put("f1-contactable", "true");
        Map<String, List<Prepared>> prepared = photos.prepare(Map.of("f1", List.of(new ByteArrayResource(photo()))));
        return acting.as(account, () -> {
            ExperienceRecord record = records.save(
                    account, "token-" + account, visit.id(), null, RecordContent.of(typed), prepared, List.of());
            sending.send(record.number());
            return records.ledgerNumbers(record.number());
        });
    }

    /** With a comment inside, as phones write one. */
    private static byte[] photo() throws IOException {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        byte[] plain = jpeg.toByteArray();
        byte[] comment = (NAME + " " + PHONE).getBytes(StandardCharsets.UTF_8);
        var named = new ByteArrayOutputStream();
        named.write(plain, 0, 2);
        named.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (comment.length + 2)});
        named.write(comment);
        named.write(plain, 2, plain.length - 2);
        return named.toByteArray();
    }

    /** Whether a text says something of the officer who has the account. */
    static boolean isIn(String text, String account) {
        return TELLTALE.isIn(text)
                || Stream.of("欧阳", "静秋", PHONE, EMAIL, account, "8812345").anyMatch(text::contains);
    }
}
