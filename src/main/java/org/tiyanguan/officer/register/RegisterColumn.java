package org.tiyanguan.officer.register;

import java.util.Arrays;
import java.util.List;

/** The columns that the register can have, in their order; their labels: {@code officer.column.*}. */
enum RegisterColumn {
    NAME(true, 14),
    CATEGORY(true, 18),
    UNIT(true, 24),
    FROM(false, 12),
    UNTIL(true, 12),
    STATE(true, 12),
    LETTER(false, 16),
    POINTS(true, 8),
    ATTENDANCE(true, 10),
    ASSIGNMENTS(false, 10),
    LAST(true, 14),
    FINDINGS(false, 8),
    ACCEPTED(false, 8),
    RECTIFIED(false, 8),
    TIES(true, 30);

    private final boolean usual;
    private final int width;

    /**
     * @param usual shown unless somebody chooses otherwise
     * @param width in characters, in a sheet
     */
    RegisterColumn(boolean usual, int width) {
        this.usual = usual;
        this.width = width;
    }

    int width() {
        return width;
    }

    /** Those chosen, or the usual ones; each line has its name, which leads to the file. */
    static List<RegisterColumn> shown(List<RegisterColumn> chosen) {
        return Arrays.stream(values())
                .filter(column -> chosen.isEmpty() ? column.usual : column == NAME || chosen.contains(column))
                .toList();
    }

    static boolean areUsual(List<RegisterColumn> chosen) {
        return Arrays.stream(values()).allMatch(column -> column.usual == chosen.contains(column));
    }
}
