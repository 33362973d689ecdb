package org.tiyanguan.web;

import java.util.List;
import org.tiyanguan.security.CurrentUser;

/** What a feature puts into the navigation. */
public interface Navigation {

    /** The feature's places that are the user's; none for a visitor. */
    List<Place> places(CurrentUser user);
}
