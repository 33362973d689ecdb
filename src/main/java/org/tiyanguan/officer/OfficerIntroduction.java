package org.tiyanguan.officer;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;
import org.tiyanguan.web.Navigation;
import org.tiyanguan.web.Place;

/** What the officers' room announces to the rooms below. */
@Component
class OfficerIntroduction implements Navigation {

    @Override
    public List<Place> places(CurrentUser user) {
        boolean enters = user.seesEverything() || user.groups().stream().anyMatch(Roles::isUnit);
        return enters ? List.of(new Place("officers", "/officers", 52)) : List.of();
    }
}
