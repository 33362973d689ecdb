package org.tiyanguan.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.springframework.core.io.Resource;
import org.tiyanguan.pictures.Pictures;

/** Tells by its first bytes what a file is; nothing behind them is read, unfolded or understood. */
public final class FileTypes {

    public static final String PDF = "application/pdf";

    private static final byte[] PDF_START = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G'};

    private FileTypes() {}

    public static boolean isPdf(Resource file) {
        return begins(file, PDF_START);
    }

    /** The type of a file that {@link Pictures} takes for a picture. */
    public static String ofPicture(Resource file) {
        return begins(file, PNG_START) ? "image/png" : Pictures.TYPE;
    }

    private static boolean begins(Resource file, byte[] start) {
        try (InputStream content = file.getInputStream()) {
            return Arrays.equals(content.readNBytes(start.length), start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
