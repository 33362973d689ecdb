package org.tiyanguan.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import org.springframework.stereotype.Component;

/**
 * Reads pictures that somebody sent and makes JPEGs of them: upright, of the size asked for, without any metadata. What a
 * file is, its content says, not its name.
 */
@Component
public class Pictures {

    public static final String TYPE = "image/jpeg";

    /** Why a file is no picture for us. */
    public enum Fault {
        /** No JPEG or PNG, or a broken one. */
        NONE,
        TOO_LARGE,
        TOO_SMALL
    }

    /** For the caller to say in its own words. */
    public static final class BadPicture extends Exception {

        private final transient Fault fault;

        BadPicture(Fault fault) {
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    /** A small file may unfold to an enormous picture; four bytes a pixel. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final Set<String> FORMATS = Set.of("JPEG", "png");
    private static final double QUALITY = 0.88;

    /** Unfolded pictures fill the memory. */
    private final Semaphore unfolding = new Semaphore(2);

    /** Cut around the middle to exactly that size. */
    public byte[] cut(byte[] file, int width, int height) throws BadPicture {
        check(file, width / 2, height / 2);
        return make(Thumbnails.of(new ByteArrayInputStream(file)).size(width, height).crop(Positions.CENTER));
    }

    /** Whole, and no side longer than that; smaller ones stay as small as they are. */
    public byte[] fit(byte[] file, int longest) throws BadPicture {
        int side = check(file, 1, 1);
        return make(Thumbnails.of(new ByteArrayInputStream(file)).size(Math.min(side, longest), Math.min(side, longest)));
    }

    private byte[] make(Thumbnails.Builder<?> picture) throws BadPicture {
        unfolding.acquireUninterruptibly();
        try {
            var made = new ByteArrayOutputStream();
            picture.outputFormat("jpg").outputQuality(QUALITY).toOutputStream(made);
            return made.toByteArray();
        } catch (IOException | RuntimeException broken) {
            throw new BadPicture(Fault.NONE);
        } finally {
            unfolding.release();
        }
    }

    /** The longer side; looks at the head of the file only. */
    private static int check(byte[] file, int leastWidth, int leastHeight) throws BadPicture {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) throw new BadPicture(Fault.NONE);
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName())) throw new BadPicture(Fault.NONE);
                reader.setInput(stream, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS) throw new BadPicture(Fault.TOO_LARGE);
                if (width < leastWidth || height < leastHeight) throw new BadPicture(Fault.TOO_SMALL);
                return Math.max(width, height);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            throw new BadPicture(Fault.NONE);
        }
    }
}
