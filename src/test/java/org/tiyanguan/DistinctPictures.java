package org.tiyanguan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Pictures for tests. */
public final class DistinctPictures {

    private DistinctPictures() {}

    private static final AtomicInteger MADE = new AtomicInteger();

    /** A small one, another each time. */
    public static byte[] jpeg() {
        int number = MADE.incrementAndGet();
        BufferedImage picture = new BufferedImage(600, 840, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 8 * (number % 70); x++)
            for (int y = 0; y < 8 * (1 + number / 70); y++) picture.setRGB(x, y, 0x3060A0);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
