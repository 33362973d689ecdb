package org.tiyanguan.security;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.ReadOnce;
import org.tiyanguan.core.Texts;

/** For whom the current user acts in this transaction, if not for themselves; {@link CurrentUser#name} says so. */
@Component
public class ActingFor {

    private record Whom(String whose) {}

    private final ReadOnce once;
    private final Texts texts;

    ActingFor(ReadOnce once, Texts texts) {
        this.once = once;
        this.texts = texts;
    }

    /** The name under which somebody acts for another. */
    String name(String deputy, String other) {
        return texts.of("deputy.name", deputy, other);
    }

    /** What SQL's {@code like} finds such names by. */
    public String names() {
        return name("%", "%");
    }

    /** @param whose an account, or the group of a role */
    public void set(String whose) {
        once.forget(Whom.class);
        once.find(Whom.class, "", () -> Optional.of(new Whom(whose)));
    }

    Optional<String> whose() {
        return once.find(Whom.class, "", Optional::<Whom>empty).map(Whom::whose);
    }
}
