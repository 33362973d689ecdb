package org.tiyanguan.calendar;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** Puts the warning on the pages of those who can do something about it. */
@ControllerAdvice(annotations = Controller.class)
class CalendarWarningAdvice {

    private final CalendarWarnings warnings;
    private final CurrentUser user;

    CalendarWarningAdvice(CalendarWarnings warnings, CurrentUser user) {
        this.warnings = warnings;
        this.user = user;
    }

    /** Null, and so not on the page, when there is nothing to warn of. */
    @ModelAttribute("calendarWarning")
    @Nullable
    String warning() {
        return user.is(Roles.ADMIN) || user.is(Roles.CENTER)
                ? warnings.warning().orElse(null)
                : null;
    }
}
