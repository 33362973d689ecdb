package org.tiyanguan.pictures;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamSource;
import org.tiyanguan.pictures.BadPicture.Fault;

/** What a file is, its content says, not its name. */
final class PictureFile {

    private static final int LONGEST_START = 12;
    private static final int BUFFER = 1 << 16;

    /** The container's brands of HEIC, HEIF and AVIF. */
    private static final Pattern HEIC = Pattern.compile("(?s)....ftyp(hei|hev|hif|mif|msf|avi).*");

    private static final Pattern GIF = Pattern.compile("(?s)GIF8.*");
    private static final Pattern WEBP = Pattern.compile("(?s)RIFF....WEBP.*");
    private static final Pattern TIFF = Pattern.compile("(?s)(II\\*\0|MM\0\\*).*");
    private static final Pattern BMP = Pattern.compile("(?s)BM....\0\0\0\0.*");

    private PictureFile() {}

    /**
     * Reads the file to its end, without unfolding anything, and writes the picture without what is not needed.
     *
     * @throws BadPicture also for a file that ends too early
     */
    static PictureHead read(InputStreamSource file, OutputStream to) throws BadPicture {
        try (InputStream opened = file.getInputStream();
                BufferedInputStream buffered = new BufferedInputStream(opened, BUFFER)) {
            buffered.mark(LONGEST_START);
            byte[] start = buffered.readNBytes(LONGEST_START);
            buffered.reset();
            DataInputStream from = new DataInputStream(buffered);
            if (start.length > 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xD8) {
                from.skipNBytes(2);
                return JpegFile.read(from, to);
            }
            if (Arrays.equals(Arrays.copyOf(start, PngFile.SIGNATURE.length), PngFile.SIGNATURE)) {
                from.skipNBytes(PngFile.SIGNATURE.length);
                return PngFile.read(from, to);
            }
            throw other(new String(start, StandardCharsets.ISO_8859_1));
        } catch (EOFException cutOff) {
            throw new BadPicture(Fault.BROKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BadPicture other(String start) {
        if (HEIC.matcher(start).matches()) return new BadPicture(Fault.HEIC);
        if (GIF.matcher(start).matches()) return new BadPicture(Fault.OTHER, "GIF");
        if (WEBP.matcher(start).matches()) return new BadPicture(Fault.OTHER, "WebP");
        if (TIFF.matcher(start).matches()) return new BadPicture(Fault.OTHER, "TIFF");
        if (BMP.matcher(start).matches()) return new BadPicture(Fault.OTHER, "BMP");
        return new BadPicture(Fault.NONE);
    }
}
