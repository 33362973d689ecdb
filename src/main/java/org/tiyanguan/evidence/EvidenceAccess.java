package org.tiyanguan.evidence;

/**
 * How somebody stands to a case's evidence.
 *
 * @param side whose things they add: {@link #OFFICER}, {@link #CENTER} or a department's group
 * @param seesOthers whether they see what other departments added
 */
public record EvidenceAccess(String side, boolean mayAdd, boolean seesOthers) {

    public static final String OFFICER = "officer";
    public static final String CENTER = "center";

    boolean sees(String other) {
        return seesOthers || other.equals(side) || other.equals(OFFICER) || other.equals(CENTER);
    }
}
