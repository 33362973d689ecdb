package org.tiyanguan.pictures;

import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a picture has to be mirrored and turned to stand upright: EXIF's tag 0x0112, 1 to 8. */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int TAG = 0x0112;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int BIG_ENDIAN = 0x4D4D;

    /** As the first directory of a TIFF structure says; upright if it cannot be read. */
    static Orientation of(byte[] exif) {
        try {
            ByteBuffer tiff = ByteBuffer.wrap(exif);
            int order = tiff.getShort(0);
            if (order != LITTLE_ENDIAN && order != BIG_ENDIAN) return UPRIGHT;
            tiff.order(order == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (tiff.getShort(entry) != TAG) continue;
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException | BufferUnderflowException damaged) {
            return UPRIGHT;
        }
    }

    /** As above, behind the six bytes with which a JPEG's segment begins; null if it is something else's segment. */
    static @Nullable Orientation ofSegment(byte[] segment) {
        boolean isExif =
                segment.length > 6 && Arrays.equals(segment, 0, 6, new byte[] {'E', 'x', 'i', 'f', 0, 0}, 0, 6);
        return isExif ? of(Arrays.copyOfRange(segment, 6, segment.length)) : null;
    }

    /** Whether width and height change places. */
    boolean isOnItsSide() {
        return value >= 5;
    }

    BufferedImage turn(BufferedImage picture) {
        if (value == 1) return picture;
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage turned = isOnItsSide()
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int fromRight = width - 1 - x;
                int fromBelow = height - 1 - y;
                int colour = picture.getRGB(x, y);
                switch (value) {
                    case 2 -> turned.setRGB(fromRight, y, colour);
                    case 3 -> turned.setRGB(fromRight, fromBelow, colour);
                    case 4 -> turned.setRGB(x, fromBelow, colour);
                    case 5 -> turned.setRGB(y, x, colour);
                    case 6 -> turned.setRGB(fromBelow, x, colour);
                    case 7 -> turned.setRGB(fromBelow, fromRight, colour);
                    default -> turned.setRGB(y, fromRight, colour);
                }
            }
        return turned;
    }
}
