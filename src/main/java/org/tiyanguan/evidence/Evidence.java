package org.tiyanguan.evidence;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Sha256;
import org.tiyanguan.security.CurrentUser;

/** The photos and files of cases; each is added once and never changed. */
@Component
@Transactional
public class Evidence {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Contents contents;
    private final EvidenceSettings settings;
    private final CurrentUser user;
    private final MessageSource messages;

    Evidence(
            JdbcClient jdbc,
            Clock clock,
            Contents contents,
            EvidenceSettings settings,
            CurrentUser user,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.clock = clock;
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
        return jdbc.sql(
                        "select id, number, side, name, type, size, added_at from evidence where number = :number order by id")
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
        return jdbc.sql("select thumbnail from evidence where id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    /** A picture of the case, for a feature that shows some of them to others; empty for a file of another kind. */
    @Transactional(readOnly = true)
    public Optional<byte[]> picture(String number, long id) {
        return all(number).stream()
                .filter(piece -> piece.id() == id && piece.isPicture())
                .findFirst()
                .map(piece -> contents.of(id));
    }

    /** All pictures of the case, whosever they are; who may see them is the feature's to say. */
    @Transactional(readOnly = true)
    public List<Piece> pictures(String number) {
        return all(number).stream().filter(Piece::isPicture).toList();
    }

    /**
     * Adds all of the files or none; one that is there already is left out.
     *
     * @throws Refusal if there are too many
     */
    public void add(String number, EvidenceAccess access, List<Prepared> files) {
        int there = count(number, access.side());
        if (there + files.size() > settings.most()) throw refusal("too-many", settings.most(), there);
        files.forEach(file -> insert(number, access.side(), file));
    }

    /** Gives all evidence of one case to another. */
    public void move(String from, String to) {
        for (Piece piece : all(from)) {
            String name = name(to, piece.side(), piece.name().replaceFirst(".*\\.", ""));
            jdbc.sql("update evidence set number = :number, name = :name where id = :id")
                    .param("number", to)
                    .param("name", name)
                    .param("id", piece.id())
                    .update();
        }
    }

    /** Forgets all evidence of the cases whose numbers begin so. */
    public void drop(String numberBegins) {
        jdbc.sql("delete from evidence where number like :begin")
                .param("begin", numberBegins + "%")
                .update();
    }

    /** As {@link #drop(String)}, one piece. */
    public void drop(String numberBegins, long id) {
        jdbc.sql("delete from evidence where id = :id and number like :begin")
                .param("id", id)
                .param("begin", numberBegins + "%")
                .update();
    }

    /** How the numbers of cases with evidence go on that begin so. */
    @Transactional(readOnly = true)
    public List<String> placesWithin(String numberBegins) {
        return jdbc
                .sql("select distinct number from evidence where number like :begin order by number")
                .param("begin", numberBegins + "%")
                .query(String.class)
                .list()
                .stream()
                .map(number -> number.substring(numberBegins.length()))
                .toList();
    }

    private void insert(String number, String side, Prepared file) {
        byte[] content = file.content();
        String hash = Sha256.of(content);
        boolean known =
                jdbc.sql("select count(*) from evidence where number = :number and side = :side and hash = :hash")
                                .param("number", number)
                                .param("side", side)
                                .param("hash", hash)
                                .query(Integer.class)
                                .single()
                        > 0;
        if (known) return;
        jdbc.sql("""
                        insert into evidence (number, side, name, type, size, hash, content, thumbnail, added_by, added_at)
                        values (:number, :side, :name, :type, :size, :hash, :content, :thumbnail, :by, :now)""")
                .param("number", number)
                .param("side", side)
                .param("name", name(number, side, file.extension()))
                .param("type", file.type())
                .param("size", content.length)
                .param("hash", hash)
                .param("content", contents.keep(hash, content))
                .param("thumbnail", file.thumbnail())
                .param("by", user.id().orElse(""))
                .param("now", LocalDateTime.now(clock))
                .update();
    }

    private String name(String number, String side, String extension) {
        return "%s-%s-%02d.%s".formatted(number.replace('/', '-'), side, count(number, side) + 1, extension);
    }

    private int count(String number, String side) {
        return jdbc.sql("select count(*) from evidence where number = :number and side = :side")
                .param("number", number)
                .param("side", side)
                .query(Integer.class)
                .single();
    }

    private Refusal refusal(String key, Object... values) {
        return new Refusal("files", messages.getMessage("evidence.refusal." + key, values, Locale.CHINA));
    }
}
