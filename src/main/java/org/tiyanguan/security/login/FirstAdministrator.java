package org.tiyanguan.security.login;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.core.Tokens;
import org.tiyanguan.security.Accounts;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** Makes the first administrator while there is none, so that nobody else can. */
@Component
@Profile("!demo & !demo-accounts")
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final People people;
    private final AdminSettings settings;
    private final Texts texts;

    FirstAdministrator(Accounts accounts, People people, AdminSettings settings, Texts texts) {
        this.accounts = accounts;
        this.people = people;
        this.settings = settings;
        this.texts = texts;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(2)
    void ensure() {
        if (!people.membersOf(Roles.ADMIN).isEmpty()) return;
        boolean given = settings.password() != null && !settings.password().isBlank();
        String password = given ? settings.password() : Tokens.password(18);
        accounts.user(settings.username(), "", settings.username(), settings.email(), password, Roles.ADMIN);
        if (given) LOG.info(texts.of("administrator.made", settings.username()));
        else LOG.warn(texts.of("administrator.made.password", settings.username(), password));
    }
}
