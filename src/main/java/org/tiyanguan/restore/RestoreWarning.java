package org.tiyanguan.restore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tiyanguan.core.Texts;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;
import org.tiyanguan.web.Navigation;
import org.tiyanguan.web.Place;

/** Says on all pages of the staff that mails and timers wait, and shows administrators the way. */
@Component
@ControllerAdvice(annotations = Controller.class)
class RestoreWarning implements Navigation {

    private final Restores restores;
    private final CurrentUser user;
    private final Texts texts;

    RestoreWarning(Restores restores, CurrentUser user, Texts texts) {
        this.restores = restores;
        this.user = user;
        this.texts = texts;
    }

    /** Null, and so not on the page, when there is nothing to say. */
    @ModelAttribute("restoreWarning")
    @Nullable
    String warning() {
        if (user.is(Roles.ADMIN)) return restores.isHeld() ? texts.of("restore.held-admin") : null;
        return user.seesEverything() && restores.isHeld() ? texts.of("restore.held") : null;
    }

    @Override
    public List<Place> places(CurrentUser user) {
        List<Place> places = new ArrayList<>();
        if (user.is(Roles.ADMIN) && restores.isHeld()) places.add(new Place("restored", "/admin/restored", 75));
        return places;
    }
}
