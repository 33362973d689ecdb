package org.tiyanguan.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.Refusal;
import org.tiyanguan.evidence.Pictures.BadPicture;
import org.tiyanguan.security.CurrentUser;

/** The photos and files of cases; each is added once and never changed. */
@Component
@Transactional
public class Evidence {

    private static final int LARGEST = 15 * 1024 * 1024;
    private static final int LONGEST_SIDE = 2000;
    private static final int THUMBNAIL = 320;

    /** Besides pictures; not from officers, as a document names its author. */
    private static final Map<String, String> DOCUMENTS = Map.of("application/pdf", "pdf");

    private final Tika detector = new Tika();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Pictures pictures;
    private final Contents contents;
    private final EvidenceSettings settings;
    private final CurrentUser user;
    private final MessageSource messages;

    Evidence(
            JdbcClient jdbc,
            Clock clock,
            Pictures pictures,
            Contents contents,
            EvidenceSettings settings,
            CurrentUser user,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pictures = pictures;
        this.contents = contents;
        this.settings = settings;
        this.user = user;
        this.messages = messages;
    }

    @Transactional(readOnly = true)
    public List<Piece> of(String number, EvidenceAccess access) {
        return all(number).stream().filter(piece -> access.sees(piece.side())).toList();
    }

    private List<Piece> all(String number) {
        return jdbc.sql("select id, number, side, name, type, size, added_at from evidence where number = :number order by id")
                .param("number", number)
                .query(Piece.class)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Piece> find(String number, long id, EvidenceAccess access) {
        return of(number, access).stream().filter(piece -> piece.id() == id).findFirst();
    }

    @Transactional(readOnly = true)
    byte[] thumbnail(long id) {
        return jdbc.sql("select thumbnail from evidence where id = :id").param("id", id)
                .query((row, n) -> row.getBytes(1)).single();
    }

    /**
     * Adds all of the files or none; one that is there already is left out.
     *
     * @throws Refusal that says which of them is no good and why
     */
    public void add(String number, EvidenceAccess access, List<byte[]> files) {
        if (!access.mayAdd()) throw refusal("closed");
        if (files.isEmpty()) throw refusal("none");
        if (files.size() > settings.atOnce()) throw refusal("too-many-at-once", settings.atOnce());
        int there = count(number, access.side());
        if (there + files.size() > settings.most()) throw refusal("too-many", settings.most(), there);
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) made.add(make(files.get(i), i + 1, access));
        made.forEach(piece -> insert(number, access.side(), piece));
    }

    /** Gives all evidence of one case to another. */
    public void move(String from, String to) {
        for (Piece piece : all(from)) {
            String name = name(to, piece.side(), piece.name().replaceFirst(".*\\.", ""));
            jdbc.sql("update evidence set number = :number, name = :name where id = :id")
                    .param("number", to).param("name", name).param("id", piece.id())
                    .update();
        }
    }

    /** Forgets all evidence of the cases whose numbers begin so. */
    public void drop(String numberBegins) {
        jdbc.sql("delete from evidence where number like :begin").param("begin", numberBegins + "%").update();
    }

    /** As {@link #drop(String)}, one piece. */
    public void drop(String numberBegins, long id) {
        jdbc.sql("delete from evidence where id = :id and number like :begin")
                .param("id", id).param("begin", numberBegins + "%")
                .update();
    }

    /** How the numbers of cases with evidence go on that begin so. */
    @Transactional(readOnly = true)
    public List<String> placesWithin(String numberBegins) {
        return jdbc.sql("select distinct number from evidence where number like :begin order by number")
                .param("begin", numberBegins + "%")
                .query(String.class)
                .list()
                .stream()
                .map(number -> number.substring(numberBegins.length()))
                .toList();
    }

    /** What is kept of a file; {@code thumbnail} is null for a document. */
    private record Made(String type, String extension, byte[] content, byte[] thumbnail) {}

    private Made make(byte[] file, int place, EvidenceAccess access) {
        if (file.length > LARGEST) throw refusal("large", place);
        String type = detector.detect(file);
        boolean officers = access.side().equals(EvidenceAccess.OFFICER);
        if (DOCUMENTS.containsKey(type) && !officers) return new Made(type, DOCUMENTS.get(type), file, null);
        try {
            byte[] picture = pictures.fit(file, LONGEST_SIDE);
            return new Made(Pictures.TYPE, "jpg", picture, pictures.fit(picture, THUMBNAIL));
        } catch (BadPicture bad) {
            if (bad.fault() == Pictures.Fault.TOO_LARGE) throw refusal("large", place);
            throw refusal(officers ? "type-photo" : "type", place);
        }
    }

    private void insert(String number, String side, Made made) {
        String hash = hash(made.content());
        boolean known = jdbc.sql("select count(*) from evidence where number = :number and side = :side and hash = :hash")
                .param("number", number).param("side", side).param("hash", hash)
                .query(Integer.class).single() > 0;
        if (known) return;
        jdbc.sql("""
                        insert into evidence (number, side, name, type, size, hash, content, thumbnail, added_by, added_at)
                        values (:number, :side, :name, :type, :size, :hash, :content, :thumbnail, :by, :now)""")
                .param("number", number)
                .param("side", side)
                .param("name", name(number, side, made.extension()))
                .param("type", made.type())
                .param("size", made.content().length)
                .param("hash", hash)
                .param("content", contents.keep(hash, made.content()))
                .param("thumbnail", made.thumbnail())
                .param("by", user.id().orElse(""))
                .param("now", LocalDateTime.now(clock))
                .update();
    }

    private String name(String number, String side, String extension) {
        return "%s-%s-%02d.%s".formatted(number.replace('/', '-'), side, count(number, side) + 1, extension);
    }

    private int count(String number, String side) {
        return jdbc.sql("select count(*) from evidence where number = :number and side = :side")
                .param("number", number).param("side", side)
                .query(Integer.class).single();
    }

    private Refusal refusal(String key, Object... values) {
        return new Refusal("files", messages.getMessage("evidence.refusal." + key, values, Locale.CHINA));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
