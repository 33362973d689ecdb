package org.tiyanguan.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tiyanguan.notification.Inbox;
import org.tiyanguan.security.CurrentUser;

/** What the frame of every page shows: the centre's name, who is logged in and where they may go. */
@Component("site")
public class Site {

    private final CurrentUser user;
    private final Inbox inbox;
    private final List<Navigation> navigation;
    private final String centerName;

    Site(
            CurrentUser user,
            Inbox inbox,
            List<Navigation> navigation,
            @Value("${tiyanguan.center-name}") String centerName) {
        this.user = user;
        this.inbox = inbox;
        this.navigation = navigation;
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
        return navigation.stream()
                .flatMap(feature -> feature.places(user).stream())
                .sorted(Comparator.comparingInt(Place::position))
                .toList();
    }

    /** Whether the page being shown belongs to the place. */
    public boolean isHere(Place place) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getRequest().getServletPath().startsWith(place.path());
    }
}
