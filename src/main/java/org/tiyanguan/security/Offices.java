package org.tiyanguan.security;

import java.util.Optional;

/**
 * Offices that people hold for a time, as officers do for a term. The account stays when it is over, and so does its
 * group; what it may do then is {@link Roles#OFFICE_OVER} in {@code Doors}.
 */
public interface Offices {

    /** Says to its owner why the account may no longer do all that its group may; empty for everybody else. */
    Optional<String> whyOver(String account);
}
