package org.tiyanguan.api;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.security.Scope;

/** Makes other systems for tests, as the administrator does. */
@Component
class Callers {

    static final int OFTEN = 6000;

    private final Acting acting;
    private final Clients clients;

    Callers(Acting acting, Clients clients) {
        this.acting = acting;
        this.clients = clients;
    }

    Clients.Made make(String name, int perMinute, Scope... scopes) {
        List<String> names = Arrays.stream(scopes).map(Scope::name).toList();
        return acting.as(
                "admin", () -> clients.make(new ClientForm(name, "李工 0766-8812345", names, String.valueOf(perMinute))));
    }

    Caller with(int port, Scope... scopes) {
        return new Caller(port, make("12345热线平台", OFTEN, scopes).key());
    }

    void withdraw(long id) {
        acting.as("admin", () -> {
            clients.withdraw(id);
            return null;
        });
    }
}
