package org.tiyanguan.api.keys;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tiyanguan.api.ApiTexts;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.security.KeyScope;

/** What the administrator typed of a new client; {@code perMinute} in requests. */
public record ClientForm(String name, String contact, List<String> scopes, String perMinute) {

    public static final ClientForm EMPTY = new ClientForm("", "", List.of(), "60");

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CONTACT = 120;
    private static final int MOST_PER_MINUTE = 6000;

    public ClientForm {
        name = name.strip();
        contact = contact.strip();
        perMinute = perMinute.strip();
    }

    /** Throws a refusal that names all that is wrong. */
    void check(ApiTexts texts) {
        List<Fault> faults = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            faults.add(texts.fault("name", "client.fault.name", LONGEST_NAME));
        if (contact.isEmpty() || contact.length() > LONGEST_CONTACT)
            faults.add(texts.fault("contact", "client.fault.contact", LONGEST_CONTACT));
        if (scopeSet().isEmpty()) faults.add(texts.fault("scopes", "client.fault.scopes"));
        boolean isNumber = perMinute.matches("[1-9]\\d{0,3}") && rate() <= MOST_PER_MINUTE;
        if (!isNumber) faults.add(texts.fault("perMinute", "client.fault.perMinute", MOST_PER_MINUTE));
        if (!faults.isEmpty()) throw new Refusal(faults);
    }

    Set<KeyScope> scopeSet() {
        return Arrays.stream(KeyScope.values())
                .filter(scope -> scopes.contains(scope.name()))
                .collect(Collectors.toSet());
    }

    int rate() {
        return Integer.parseInt(perMinute);
    }
}
