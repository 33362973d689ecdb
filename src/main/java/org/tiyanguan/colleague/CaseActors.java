package org.tiyanguan.colleague;

/** A history of cases in which one side asks, or proposes, what another decides. */
public interface CaseActors {

    /** Whether the account did something in the case for itself, and not for somebody who was away. */
    boolean hasActed(String number, String account);
}
