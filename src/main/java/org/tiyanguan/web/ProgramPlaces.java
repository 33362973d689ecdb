package org.tiyanguan.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/**
 * The engine's own applications, the audit log and the mails, whose rooms lie below this one and cannot announce their
 * pages.
 */
@Component
class ProgramPlaces implements Navigation {

    @Override
    public List<Place> places(CurrentUser user) {
        List<Place> places = new ArrayList<>();
        boolean isUnit = user.groups().stream().anyMatch(Roles::isUnit);
        if (user.seesEverything() || !user.departments().isEmpty() || user.is(Roles.OFFICER) || isUnit)
            places.add(new Place("tasks", "/camunda/app/tasklist/default/", 60));
        if (user.is(Roles.ADMIN)) {
            places.add(new Place("audit", "/admin/audit", 80));
            places.add(new Place("mails", "/admin/mails", 85));
            places.add(new Place("accounts", "/camunda/app/admin/", 100));
        }
        if (user.is(Roles.ADMIN) || user.is(Roles.DESIGNER))
            places.add(new Place("cockpit", "/camunda/app/cockpit/default/", 110));
        return places;
    }
}
