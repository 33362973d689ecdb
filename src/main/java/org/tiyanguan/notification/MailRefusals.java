package org.tiyanguan.notification;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which notices somebody does not want as a mail; in the program they are told all the same. */
@Component
@Transactional
public class MailRefusals {

    private final JdbcClient jdbc;

    MailRefusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The templates that the account refuses. */
    public List<String> of(@Nullable String account) {
        return jdbc.sql("select template from mail_refusal where account = :account")
                .param("account", account)
                .query(String.class)
                .list();
    }

    /** Sets what the user wants no mail of, from now on these and no others. */
    public void change(String account, Collection<String> templates) {
        jdbc.sql("delete from mail_refusal where account = :account")
                .param("account", account)
                .update();
        templates.forEach(
                template -> jdbc.sql("insert into mail_refusal (account, template) values (:account, :template)")
                        .param("account", account)
                        .param("template", template)
                        .update());
    }
}
