package org.tiyanguan.api;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.Acting;
import org.tiyanguan.api.keys.ClientForm;
import org.tiyanguan.api.keys.Clients;
import org.tiyanguan.security.KeyScope;

/** Makes other systems for tests, as the administrator does. */
@Component
public class Callers {

    public static final int OFTEN = 6000;

    private final Acting acting;
    private final Clients clients;

    Callers(Acting acting, Clients clients) {
        this.acting = acting;
        this.clients = clients;
    }

    public Clients.Made make(String name, int perMinute, KeyScope... scopes) {
        List<String> names = Arrays.stream(scopes).map(KeyScope::name).toList();
        return acting.as(
                "admin", () -> clients.make(new ClientForm(name, "李工 0766-8812345", names, String.valueOf(perMinute))));
    }

    public Caller with(int port, KeyScope... scopes) {
        return new Caller(port, make("12345热线平台", OFTEN, scopes).key());
    }

    public void withdraw(long id) {
        acting.as("admin", () -> {
            clients.withdraw(id);
            return null;
        });
    }
}
