package org.tiyanguan.evidence;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Tokens;

/** The address of each case's evidence. It says nothing about the case; knowing it opens nothing. */
@Component
@Transactional
public class EvidenceBoxes {

    private final JdbcClient jdbc;

    EvidenceBoxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The path of the page, made at the first call. */
    public String path(String number) {
        return "/evidence/" + token(number).orElseGet(() -> open(number));
    }

    Optional<String> number(String token) {
        return jdbc.sql("select number from evidence_box where token = :token")
                .param("token", token)
                .query(String.class)
                .optional();
    }

    private Optional<String> token(String number) {
        return jdbc.sql("select token from evidence_box where number = :number")
                .param("number", number)
                .query(String.class)
                .optional();
    }

    private String open(String number) {
        String token = Tokens.random(24);
        jdbc.sql("insert into evidence_box (token, number) values (:token, :number)")
                .param("token", token)
                .param("number", number)
                .update();
        return token;
    }
}
