package org.tiyanguan.calendar;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;
import org.tiyanguan.web.Navigation;
import org.tiyanguan.web.Place;

@Component
class CalendarPlaces implements Navigation {

    @Override
    public List<Place> places(CurrentUser user) {
        return user.is(Roles.ADMIN) ? List.of(new Place("holidays", "/admin/holidays", 70)) : List.of();
    }
}
