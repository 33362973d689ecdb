package org.tiyanguan.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** What each page's frame shows: the centre's name and who is looking, which decides what the navigation offers. */
@ControllerAdvice
class PageFrame {

    /** Who is looking; null when nobody has logged in. */
    public record Me(
            String name, boolean seesLedger, boolean isStaff, boolean isOfficer, boolean isAdmin, boolean seesEngine) {}

    private final String centerName;
    private final CurrentUser user;

    PageFrame(@Value("${tiyanguan.center-name}") String centerName, CurrentUser user) {
        this.centerName = centerName;
        this.user = user;
    }

    @ModelAttribute("centerName")
    String centerName() {
        return centerName;
    }

    @ModelAttribute("me")
    Me me() {
        return user.name()
                .map(name -> new Me(
                        name,
                        user.seesEverything() || !user.departments().isEmpty(),
                        !user.is(Roles.OFFICER),
                        user.is(Roles.OFFICER),
                        user.is(Roles.ADMIN),
                        user.is(Roles.ADMIN) || user.is(Roles.DESIGNER)))
                .orElse(null);
    }
}
