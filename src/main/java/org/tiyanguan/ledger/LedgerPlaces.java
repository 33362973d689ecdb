package org.tiyanguan.ledger;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.web.Navigation;
import org.tiyanguan.web.Place;

/** The list, and the figures. */
@Component
class LedgerPlaces implements Navigation {

    @Override
    public List<Place> places(CurrentUser user) {
        List<Place> places = new ArrayList<>();
        if (user.seesEverything() || !user.departments().isEmpty()) places.add(new Place("ledger", "/ledger", 10));
        if (user.seesEverything()) places.add(new Place("dashboard", "/dashboard", 20));
        return places;
    }
}
