package org.tiyanguan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tiyanguan.notification.Inbox;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** What the frame of every page shows: the centre's name, who is logged in and where they may go. */
@Component("site")
public class Site {

    private final CurrentUser user;
    private final Inbox inbox;
    private final String centerName;

    Site(CurrentUser user, Inbox inbox, @Value("${tiyanguan.center-name}") String centerName) {
        this.user = user;
        this.inbox = inbox;
        this.centerName = centerName;
    }

    public String centerName() {
        return centerName;
    }

    public Optional<String> userName() {
        return user.name();
    }

    /** How many notices the user has not seen. */
    public int unread() {
        return user.id().map(inbox::unread).orElse(0);
    }

    /** Where the user's work is; nowhere for a visitor. */
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        boolean seesLedger = user.seesEverything() || !user.departments().isEmpty();
        if (seesLedger) places.add(new Place("ledger", "/ledger"));
        if (user.seesEverything()) places.add(new Place("dashboard", "/dashboard"));
        if (user.is(Roles.OFFICER)) places.add(new Place("officer", "/officer"));
        if (user.seesEverything()) places.add(new Place("assignments", "/assignments"));
        boolean isUnit = user.groups().stream().anyMatch(Roles::isUnit);
        if (user.seesEverything() || isUnit) places.add(new Place("applications", "/applications"));
        if (seesLedger || user.is(Roles.OFFICER) || isUnit)
            places.add(new Place("tasks", "/camunda/app/tasklist/default/"));
        if (user.is(Roles.ADMIN)) {
            places.add(new Place("holidays", "/admin/holidays"));
            places.add(new Place("audit", "/admin/audit"));
            places.add(new Place("clients", "/admin/clients"));
            places.add(new Place("accounts", "/camunda/app/admin/"));
        }
        if (user.is(Roles.ADMIN) || user.is(Roles.DESIGNER))
            places.add(new Place("cockpit", "/camunda/app/cockpit/default/"));
        return places;
    }

    /** Whether the page being shown belongs to the place. */
    public boolean isHere(Place place) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getRequest().getServletPath().startsWith(place.path());
    }
}
