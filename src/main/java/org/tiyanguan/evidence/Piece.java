package org.tiyanguan.evidence;

import java.time.LocalDateTime;
import org.tiyanguan.pictures.Pictures;

/** One photo or file. {@code name} is ours, as a sender's would tell on them; {@code size} is in bytes. */
public record Piece(long id, String number, String side, String name, String type, int size, LocalDateTime addedAt) {

    public boolean isPicture() {
        return type.equals(Pictures.TYPE);
    }
}
