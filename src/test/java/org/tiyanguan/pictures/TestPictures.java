package org.tiyanguan.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.tiyanguan.core.Texts;

/**
 * Pictures as the world sends them: four fields of one colour each, red, green, blue and white, in the order of
 * reading.
 */
public final class TestPictures {

    /** PNG's kinds of colour. */
    public static final int GREY = 0;

    public static final int RGB = 2;
    public static final int PALETTE = 3;
    public static final int GREY_ALPHA = 4;
    public static final int RGB_ALPHA = 6;

    static final int[] COLOURS = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF};

    /** Of Adam7: the first column, the first line, and the steps to the next ones. */
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };

    private TestPictures() {}

    static Room room(Duration patience) {
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        return new Room(new Texts(messages), patience);
    }

    // ---- PNG

    /** @param more chunks besides those that make the picture, as {@link #chunk} makes them */
    public static byte[] png(int width, int height, int depth, int kind, boolean interlaced, byte[]... more) {
        return write(out -> {
            out.write(PngFile.SIGNATURE);
            out.write(chunk(
                    "IHDR",
                    ByteBuffer.allocate(13)
                            .putInt(width)
                            .putInt(height)
                            .put((byte) depth)
                            .put((byte) kind)
                            .put((byte) 0)
                            .put((byte) 0)
                            .put((byte) (interlaced ? 1 : 0))
                            .array()));
            for (byte[] chunk : more) out.write(chunk);
            if (kind == PALETTE) out.write(chunk("PLTE", new byte[] {-1, 0, 0, 0, -1, 0, 0, 0, -1, -1, -1, -1}));
            out.write(chunk("IDAT", pixels(width, height, depth, kind, interlaced)));
            out.write(chunk("IEND", new byte[0]));
        });
    }

    public static byte[] chunk(String name, byte[] content) {
        byte[] named = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(named.length + 8)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    /** So many zeros, deflated. */
    public static byte[] deflated(long zeros) {
        return write(out -> {
            try (var deflated = new DeflaterOutputStream(out, new Deflater(9))) {
                byte[] part = new byte[1 << 16];
                for (long left = zeros; left > 0; left -= part.length)
                    deflated.write(part, 0, (int) Math.min(part.length, left));
            }
        });
    }

    private static byte[] pixels(int width, int height, int depth, int kind, boolean interlaced) {
        int[][] passes = interlaced ? PASSES : new int[][] {{0, 0, 1, 1}};
        return write(out -> {
            try (var deflated = new DeflaterOutputStream(out, new Deflater(1), 1 << 16)) {
                for (int[] pass : passes) {
                    byte[] upper = line(width, depth, kind, 0, pass);
                    byte[] lower = line(width, depth, kind, 2, pass);
                    if (upper.length == 1) continue;
                    for (int y = pass[1]; y < height; y += pass[3])
                        deflated.write(y < (height + 1) / 2 ? upper : lower);
                }
            }
        });
    }

    /** With its filter's byte; half of it has the first colour, half the next. */
    private static byte[] line(int width, int depth, int kind, int first, int[] pass) {
        int bands = kind == RGB ? 3 : kind == RGB_ALPHA ? 4 : kind == GREY_ALPHA ? 2 : 1;
        int pixels = Math.max(0, (width - pass[0] + pass[2] - 1) / pass[2]);
        byte[] line = new byte[pixels == 0 ? 1 : 1 + (pixels * bands * depth + 7) / 8];
        for (int i = 0; i < pixels; i++) {
            int quarter = first + (pass[0] + i * pass[2] < (width + 1) / 2 ? 0 : 1);
            for (int band = 0; band < bands; band++)
                put(line, i * bands + band, depth, value(quarter, band, bands, kind, depth));
        }
        return line;
    }

    private static int value(int quarter, int band, int bands, int kind, int depth) {
        int most = (1 << depth) - 1;
        if (kind == PALETTE) return Math.min(quarter, most);
        if (bands < 3) return band == 1 ? most : most * quarter / 3;
        return band == 3 || (COLOURS[quarter] >> 16 - 8 * band & 0xFF) == 255 ? most : 0;
    }

    private static void put(byte[] line, int place, int depth, int value) {
        if (depth == 16) {
            line[1 + 2 * place] = (byte) (value >> 8);
            line[2 + 2 * place] = (byte) value;
        } else {
            int bit = place * depth;
            line[1 + bit / 8] |= (byte) (value << 8 - depth - bit % 8);
        }
    }

    // ---- JPEG

    public static byte[] jpeg(int width, int height) {
        return jpeg(fields(width, height, BufferedImage.TYPE_INT_RGB), false);
    }

    public static byte[] progressive(int width, int height) {
        return jpeg(fields(width, height, BufferedImage.TYPE_3BYTE_BGR), true);
    }

    public static byte[] grey(int width, int height) {
        return jpeg(fields(width, height, BufferedImage.TYPE_BYTE_GRAY), false);
    }

    private static BufferedImage fields(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        var pen = picture.createGraphics();
        for (int i = 0; i < 4; i++) {
            pen.setColor(new java.awt.Color(COLOURS[i]));
            pen.fillRect(i % 2 * (width + 1) / 2, i / 2 * (height + 1) / 2, width, height);
        }
        pen.dispose();
        return picture;
    }

    private static byte[] jpeg(BufferedImage picture, boolean progressive) {
        return jpeg(new IIOImage(picture, null, null), progressive);
    }

    private static byte[] jpeg(IIOImage picture, boolean progressive) {
        return write(out -> {
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            try (var stream = ImageIO.createImageOutputStream(out)) {
                ImageWriteParam param = writer.getDefaultWriteParam();
                if (progressive) param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
                writer.setOutput(stream);
                writer.write(null, picture, param);
            } finally {
                writer.dispose();
            }
        });
    }

    /** As printers have it; {@code transform} is Adobe's, 0 or 2, or -1 for a file that is not Adobe's. */
    public static byte[] ink(int width, int height, int transform, boolean progressive) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int rgb = COLOURS[(y < (height + 1) / 2 ? 0 : 2) + (x < (width + 1) / 2 ? 0 : 1)];
                raster.setPixel(x, y, inks(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, transform));
            }
        byte[] plain = jpeg(new IIOImage(raster, null, null), progressive);
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
        return transform < 0 ? plain : with(plain, 0xEE, adobe);
    }

    private static int[] inks(int red, int green, int blue, int transform) {
        if (transform < 0) return new int[] {255 - red, 255 - green, 255 - blue, 0};
        if (transform == 0) return new int[] {red, green, blue, 255};
        int r = 255 - red;
        int g = 255 - green;
        int b = 255 - blue;
        return new int[] {
            clamp(0.299 * r + 0.587 * g + 0.114 * b),
            clamp(128 - 0.168736 * r - 0.331264 * g + 0.5 * b),
            clamp(128 + 0.5 * r - 0.418688 * g - 0.081312 * b),
            255
        };
    }

    private static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    /** With one more segment, right after the start. */
    public static byte[] with(byte[] jpeg, int marker, byte[] content) {
        return write(out -> {
            out.write(jpeg, 0, 2);
            out.writeShort(0xFF00 | marker);
            out.writeShort(content.length + 2);
            out.write(content);
            out.write(jpeg, 2, jpeg.length - 2);
        });
    }

    /** Without the segment that begins with these signs, if it is the first. */
    public static byte[] without(byte[] jpeg, String begins) {
        int length = (jpeg[4] & 0xFF) << 8 | jpeg[5] & 0xFF;
        if (!new String(jpeg, 6, begins.length(), StandardCharsets.US_ASCII).equals(begins))
            throw new IllegalArgumentException(begins);
        return write(out -> {
            out.write(jpeg, 0, 2);
            out.write(jpeg, 4 + length, jpeg.length - 4 - length);
        });
    }

    /** What a camera writes of how it was held. */
    public static byte[] exif(int orientation, int filling) {
        return ByteBuffer.allocate(6 + 26 + filling)
                .put(new byte[] {'E', 'x', 'i', 'f', 0, 0})
                .put(tiff(orientation))
                .array();
    }

    public static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    public static byte[] begin(byte[] file, double part) {
        return Arrays.copyOf(file, (int) (file.length * part));
    }

    static ByteArrayResource resource(byte[] content) {
        return new ByteArrayResource(content);
    }

    static BufferedImage read(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    // ----

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] write(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
