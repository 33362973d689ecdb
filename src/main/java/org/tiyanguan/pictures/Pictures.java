package org.tiyanguan.pictures;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tiyanguan.pictures.BadPicture.Fault;

/**
 * Reads pictures that somebody sent and makes JPEGs of them: upright, of the size asked for, without any metadata. A
 * small file may unfold to an enormous picture: its head says how large, and of a large one fewer pixels are read.
 */
@Component
public class Pictures {

    public static final String TYPE = "image/jpeg";

    /** Bytes of a whole picture: what a telephone makes at most (64 million pixels). Unfolding more takes too long. */
    private static final long LARGEST = 200_000_000;

    /** As above, of a portrait: a telephone's usual 24 million pixels. */
    private static final long LARGEST_PORTRAIT = 80_000_000;

    /** Bytes that are unfolded at a time: 24 million pixels of three bytes. */
    private static final long LARGEST_UNFOLDED = 75_000_000;

    /** Bytes that the reader keeps outside of the heap, of progressive pictures. */
    private static final long LARGEST_KEPT = 100_000_000;

    private static final int LONGEST_SIDE = 65_535;

    /** Old and new pixels of one line, and what the reader and the writer need. */
    private static final long WORKING = 4L << 20;

    /**
     * Pixels that are read for each one wanted, across and down, if there are so many: their mean makes a calm picture.
     */
    private static final int ENOUGH = 4;

    private final Room room;

    Pictures(Room room) {
        this.room = room;
    }

    /** What is asked of a picture of that size: which part, and how large it is to become. */
    private record Wish(Rectangle part, int width, int height) {

        static Wish fit(int width, int height, int longest) {
            double factor = Math.min(1, (double) longest / Math.max(width, height));
            return new Wish(new Rectangle(width, height), (int) Math.max(1, Math.round(width * factor)), (int)
                    Math.max(1, Math.round(height * factor)));
        }

        static Wish cut(int width, int height, int toWidth, int toHeight) {
            double factor = Math.min((double) width / toWidth, (double) height / toHeight);
            int across = (int) Math.max(1, Math.round(toWidth * factor));
            int down = (int) Math.max(1, Math.round(toHeight * factor));
            return new Wish(new Rectangle((width - across) / 2, (height - down) / 2, across, down), toWidth, toHeight);
        }
    }

    private interface Wishing {
        Wish of(int width, int height);
    }

    /** Cut around the middle to exactly that size; one of less than half of it is too small. */
    public byte[] cut(Resource file, int width, int height) throws BadPicture {
        PictureHead head = check(file, LARGEST_PORTRAIT);
        boolean side = head.upright().isOnItsSide();
        int across = side ? height : width;
        int down = side ? width : height;
        if (head.width() < across / 2 || head.height() < down / 2) throw new BadPicture(Fault.TOO_SMALL);
        return make(file, head, List.of((w, h) -> Wish.cut(w, h, across, down))).get(0);
    }

    /** Whole, once for each of the sizes, and no side longer than that; smaller ones stay as small as they are. */
    public List<byte[]> fit(Resource file, int... longest) throws BadPicture {
        List<Wishing> wishes = new ArrayList<>();
        for (int side : longest) wishes.add((w, h) -> Wish.fit(w, h, side));
        return make(file, check(file, LARGEST), wishes);
    }

    /** @throws BadPicture if it is none, is damaged as far as its head and its end tell, or is too large to be shown */
    public void check(Resource file) throws BadPicture {
        check(file, LARGEST);
    }

    private static PictureHead check(Resource file, long largest) throws BadPicture {
        PictureHead head = PictureFile.read(file, OutputStream.nullOutputStream());
        if (head.unfolded() > largest
                || head.kept() > LARGEST_KEPT
                || Math.max(head.width(), head.height()) > LONGEST_SIDE) throw new BadPicture(Fault.TOO_LARGE);
        return head;
    }

    private List<byte[]> make(Resource file, PictureHead head, List<Wishing> wishes) throws BadPicture {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException(
                    "a picture is unfolded before the transaction begins, which holds a connection");
        int n = every(head, wishes);
        try (Room.Held held = room.hold(length(file) + head.unfolded(n) + head.kept() + made(head, wishes) + WORKING)) {
            Bytes bytes = new Bytes((int) length(file));
            PictureFile.read(file, bytes);
            return unfold(bytes, head, n, wishes);
        } catch (Crowded crowded) {
            throw crowded;
        } catch (IOException | RuntimeException broken) {
            throw new BadPicture(Fault.BROKEN);
        }
    }

    private static List<byte[]> unfold(Bytes bytes, PictureHead head, int n, List<Wishing> wishes) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(head.reader()).next();
        try {
            reader.setInput(bytes.input(), true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(n, n, 0, 0);
            // Java reads the values of these, but makes no picture of them.
            BufferedImage picture = head.colours() == Colours.LIGHT ? reader.read(0, param) : null;
            Raster raster = picture == null ? reader.readRaster(0, param) : picture.getRaster();
            ColorModel palette = picture == null ? null : picture.getColorModel();
            List<byte[]> made = new ArrayList<>();
            for (Wishing wishing : wishes) {
                Wish wish = wishing.of(raster.getWidth(), raster.getHeight());
                int[] values = new int[wish.part.width * raster.getNumBands()];
                BufferedImage scaled = Scaling.scale(
                        (y, rgb) ->
                                head.colours().line(raster, palette, head.bytesPerBand(), wish.part.x, y, values, rgb),
                        wish.part,
                        wish.width,
                        wish.height);
                made.add(Jpeg.write(head.upright().turn(scaled)));
            }
            return made;
        } finally {
            reader.dispose();
        }
    }

    /** Each which pixel of each which line is read: as many as make a good picture and find room. */
    private static int every(PictureHead head, List<Wishing> wishes) {
        int n = 1;
        while (head.unfolded(n) > LARGEST_UNFOLDED) n++;
        int most = Integer.MAX_VALUE;
        for (Wishing wishing : wishes) {
            Wish wish = wishing.of(head.width(), head.height());
            most = Math.min(most, Math.min(wish.part.width / wish.width, wish.part.height / wish.height) / ENOUGH);
        }
        return Math.max(n, most);
    }

    /** Bytes of the pictures that are made, also while they are turned. */
    private static long made(PictureHead head, List<Wishing> wishes) {
        return wishes.stream()
                .map(wishing -> wishing.of(head.width(), head.height()))
                .mapToLong(w -> 8L * w.width * w.height)
                .sum();
    }

    /** In bytes. */
    public static long length(Resource file) {
        try {
            return file.contentLength();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
