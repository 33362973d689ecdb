package org.tiyanguan.recruitment.site;

import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.recruitment.ApplicationDiagram;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.Photo;

/**
 * Takes self-recommendations from the public page: form and photo are taken together or not at all, and the same one
 * once.
 */
@Component
@Transactional
class SelfRecommendations {

    private final JdbcClient jdbc;
    private final CaseMessages cases;
    private final ApplicationFiles files;

    SelfRecommendations(JdbcClient jdbc, CaseMessages cases, ApplicationFiles files) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.files = files;
    }

    /** The application that the page's token has led to. */
    @Transactional(readOnly = true)
    public Optional<String> sentBefore(String token) {
        return jdbc.sql("select number from application_submission where token = :token")
                .param("token", token)
                .query(String.class)
                .optional();
    }

    /**
     * @param token of the page that was filled in; the database takes each once
     * @return the application number
     * @throws org.tiyanguan.core.Refusal with a fault for each field that is wrong
     */
    public String send(String token, Map<String, Object> form, byte[] photo) {
        String number = cases.start(ApplicationDiagram.KEY, form);
        files.put(number, Kind.PHOTO, Photo.TYPE, photo);
        jdbc.sql("insert into application_submission (token, number) values (:token, :number)")
                .param("token", token)
                .param("number", number)
                .update();
        return number;
    }
}
