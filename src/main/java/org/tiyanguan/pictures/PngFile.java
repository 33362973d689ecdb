package org.tiyanguan.pictures;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.pictures.BadPicture.Fault;

/**
 * Reads a PNG chunk by chunk, and copies what makes the picture. Texts and profiles, which unfold to any size, moving
 * pictures' further frames and all other metadata stay behind.
 */
final class PngFile {

    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final int HEAD = name("IHDR");
    private static final int END = name("IEND");
    private static final int DATA = name("IDAT");
    private static final int TRANSPARENCY = name("tRNS");
    private static final int EXIF = name("eXIf");
    private static final Set<Integer> KEPT = Set.of(HEAD, name("PLTE"), TRANSPARENCY, DATA, END);

    private static final int LARGEST_EXIF = 1 << 16;

    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;

    private PngFile() {}

    /** @param from behind the signature */
    static PictureHead read(DataInputStream from, OutputStream to) throws IOException, BadPicture {
        DataOutputStream out = new DataOutputStream(to);
        out.write(SIGNATURE);
        @Nullable ByteBuffer head = null;
        boolean data = false;
        boolean transparent = false;
        Orientation upright = Orientation.UPRIGHT;
        while (true) {
            int length = from.readInt();
            int type = from.readInt();
            if (length < 0 || (head == null) != (type == HEAD)) throw new BadPicture(Fault.BROKEN);
            if (type == HEAD) {
                if (length != 13) throw new BadPicture(Fault.BROKEN);
                byte[] read = new byte[length + 4];
                from.readFully(read);
                head = ByteBuffer.wrap(read);
                out.writeInt(length);
                out.writeInt(type);
                out.write(read);
            } else if (type == EXIF && length <= LARGEST_EXIF) {
                byte[] exif = new byte[length];
                from.readFully(exif);
                from.readInt();
                upright = Orientation.of(exif);
            } else {
                boolean kept = KEPT.contains(type);
                if (kept) {
                    out.writeInt(length);
                    out.writeInt(type);
                }
                pass(from, kept ? out : OutputStream.nullOutputStream(), length + 4L);
                data |= type == DATA;
                transparent |= type == TRANSPARENCY;
                if (type == END) break;
            }
        }
        if (!data) throw new BadPicture(Fault.BROKEN);
        if (head == null) throw new BadPicture(Fault.BROKEN);
        return head(head, transparent, upright);
    }

    private static void pass(DataInputStream from, OutputStream to, long length) throws IOException, BadPicture {
        byte[] part = new byte[8192];
        for (long left = length; left > 0; ) {
            int read = from.read(part, 0, (int) Math.min(part.length, left));
            if (read < 0) throw new BadPicture(Fault.BROKEN);
            to.write(part, 0, read);
            left -= read;
        }
    }

    private static PictureHead head(ByteBuffer head, boolean transparent, Orientation upright) throws BadPicture {
        int width = head.getInt(0);
        int height = head.getInt(4);
        int depth = head.get(8);
        int kind = head.get(9);
        int bands = switch (kind) {
            case GREY -> transparent ? 2 : 1;
            case PALETTE -> 1;
            case GREY_ALPHA -> 2;
            case RGB -> transparent ? 4 : 3;
            case RGB_ALPHA -> 4;
            default -> throw new BadPicture(Fault.BROKEN);
        };
        if (width <= 0 || height <= 0 || depth != 16 && depth > 8) throw new BadPicture(Fault.BROKEN);
        return new PictureHead("png", width, height, bands, depth == 16 ? 2 : 1, upright, Colours.LIGHT, 0);
    }

    private static int name(String type) {
        return ByteBuffer.wrap(type.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
