package org.tiyanguan.experience;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Tokens;

/** The tables of surveys: the questionnaire of a visit, and what was answered. */
@Component
public class Surveys {

    /** Nobody guesses them. */
    private static final int TOKEN_BYTES = 16;

    /** Of one item of the checklist. */
    public record Mean(int position, int ratings, double score) {}

    /** Who wishes an answer, until it was given. */
    public record Wish(long id, String email) {}

    /** How many answered, and how many of them wish an answer or wished one. */
    public record Counts(int answers, int wishes) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Surveys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // ---- the questionnaire

    public void open(long visit) {
        jdbc.sql("insert into survey (visit, token) values (:visit, :token)")
                .param("visit", visit)
                .param("token", Tokens.random(TOKEN_BYTES))
                .update();
    }

    public Optional<String> token(long visit) {
        return jdbc.sql("select token from survey where visit = :visit")
                .param("visit", visit)
                .query(String.class)
                .optional();
    }

    public Optional<Visit> withToken(String token) {
        return jdbc.sql("select v.* from visit v join survey s on s.visit = v.id where s.token = :token")
                .param("token", token)
                .query(Visit.class)
                .optional();
    }

    // ---- answers

    /**
     * @param mark of the page, which is taken once
     * @param ratings by the item's position
     */
    public void add(
            long visit, String mark, @Nullable String text, @Nullable String email, Map<Integer, Integer> ratings) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into survey_answer (visit, mark, answered_at, text, email)
                        values (:visit, :mark, :now, :text, :email)""")
                .param("visit", visit)
                .param("mark", mark)
                .param("now", LocalDateTime.now(clock))
                .param("text", text)
                .param("email", email)
                .update(key, "id");
        ratings.forEach((position, score) -> jdbc.sql(
                        "insert into survey_rating (answer, position, score) values (:answer, :position, :score)")
                .param("answer", key.getKey().longValue())
                .param("position", position)
                .param("score", score)
                .update());
    }

    public boolean isTaken(String mark) {
        return jdbc.sql("select count(*) from survey_answer where mark = :mark")
                        .param("mark", mark)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public Counts counts(long visit) {
        return jdbc.sql("""
                        select count(*) as answers, count(case when email is not null or told_at is not null then 1 end) as wishes
                        from survey_answer where visit = :visit""").param("visit", visit).query(Counts.class).single();
    }

    /** In the order of the items; without those that nobody rated. */
    public List<Mean> means(long visit) {
        return jdbc.sql("""
                        select r.position, count(*) as ratings, avg(cast(r.score as double precision)) as score
                        from survey_rating r join survey_answer a on a.id = r.answer
                        where a.visit = :visit group by r.position order by r.position""").param("visit", visit).query(Mean.class).list();
    }

    /** What was written, the newest first. */
    public List<SurveyAnswer> quotes(long visit, int most) {
        return jdbc.sql("""
                        select id, answered_at, text, email is not null or told_at is not null as wishes, finding
                        from survey_answer where visit = :visit and text is not null
                        order by id desc fetch first :most rows only""")
                .param("visit", visit)
                .param("most", most)
                .query(SurveyAnswer.class)
                .list();
    }

    public Optional<SurveyAnswer> find(long visit, long id) {
        return jdbc.sql("""
                        select id, answered_at, text, email is not null or told_at is not null as wishes, finding
                        from survey_answer where visit = :visit and id = :id""")
                .param("visit", visit)
                .param("id", id)
                .query(SurveyAnswer.class)
                .optional();
    }

    // ---- what becomes of them

    /** The finding was made of that answer. Of what was made of it before it stays so. */
    void link(long visit, long answer, String finding) {
        jdbc.sql("""
                        update survey_answer set finding = :finding
                        where id = :id and visit = :visit and finding is null""")
                .param("finding", finding)
                .param("id", answer)
                .param("visit", visit)
                .update();
    }

    public List<Wish> waitingFor(String finding) {
        return jdbc.sql(
                        "select id, email from survey_answer where finding = :finding and email is not null order by id")
                .param("finding", finding)
                .query(Wish.class)
                .list();
    }

    /** Of whom no finding was made. */
    public List<Wish> waitingWithout(long visit) {
        return jdbc.sql("""
                        select id, email from survey_answer
                        where visit = :visit and finding is null and email is not null order by id""").param("visit", visit).query(Wish.class).list();
    }

    /** With that the address is forgotten. */
    public void told(Wish wish) {
        jdbc.sql("update survey_answer set told_at = :now, email = null where id = :id")
                .param("now", LocalDateTime.now(clock))
                .param("id", wish.id())
                .update();
    }
}
