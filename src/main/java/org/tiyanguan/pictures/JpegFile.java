package org.tiyanguan.pictures;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tiyanguan.pictures.BadPicture.Fault;

/**
 * Reads a JPEG marker by marker, and copies what makes the picture: frame, tables and scans. Metadata, profiles,
 * previews and what is hidden behind the end stay behind (ITU T.81; T.871 for the colours).
 */
final class JpegFile {

    /** Markers. */
    private static final int BASELINE = 0xC0;

    private static final int EXTENDED = 0xC1;
    private static final int PROGRESSIVE = 0xC2;
    private static final int HUFFMAN = 0xC4;
    private static final int RESERVED = 0xC8;
    private static final int ARITHMETIC = 0xCC;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int QUANTIZATION = 0xDB;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int EXIF = 0xE1;
    private static final int ADOBE = 0xEE;

    /** Says that the colours are as JFIF has them; Java takes some pictures without it for red, green and blue. */
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    /** Each costs a walk over the whole picture; programs write some ten. */
    private static final int MOST_SCANS = 40;

    private static final int MOST_TABLES = 1 << 20;

    private final DataInputStream from;
    private final OutputStream to;

    /** What comes before the first scan. */
    private final ByteArrayOutputStream tables = new ByteArrayOutputStream();

    /** Null until it comes; no scan may come before. */
    @SuppressWarnings("NullAway.Init")
    private byte[] frame;

    private boolean progressive;
    private boolean inParts;
    private int scans;
    private @Nullable Integer adobeTransform;
    private Orientation upright = Orientation.UPRIGHT;

    private JpegFile(DataInputStream from, OutputStream to) {
        this.from = from;
        this.to = to;
    }

    /** @param from behind the start marker */
    static PictureHead read(DataInputStream from, OutputStream to) throws IOException, BadPicture {
        return new JpegFile(from, to).read();
    }

    private PictureHead read() throws IOException, BadPicture {
        int marker = nextMarker();
        while (marker != END) {
            byte[] segment = segment();
            if (marker == SCAN) {
                marker = scan(segment);
                continue;
            }
            keep(marker, segment);
            marker = nextMarker();
        }
        if (scans == 0) throw new BadPicture(Fault.BROKEN);
        to.write(new byte[] {(byte) 0xFF, (byte) END});
        return head();
    }

    private int nextMarker() throws IOException, BadPicture {
        if (from.readUnsignedByte() != 0xFF) throw new BadPicture(Fault.BROKEN);
        int marker = from.readUnsignedByte();
        while (marker == 0xFF) marker = from.readUnsignedByte();
        return marker;
    }

    private byte[] segment() throws IOException, BadPicture {
        int length = from.readUnsignedShort() - 2;
        if (length < 0) throw new BadPicture(Fault.BROKEN);
        byte[] segment = new byte[length];
        from.readFully(segment);
        return segment;
    }

    private void keep(int marker, byte[] segment) throws IOException, BadPicture {
        switch (marker) {
            case HUFFMAN, QUANTIZATION, RESTART_INTERVAL -> copy(marker, segment);
            case BASELINE, EXTENDED, PROGRESSIVE -> {
                if (frame != null || segment.length < 6 || segment.length < 6 + 3 * segment[5])
                    throw new BadPicture(Fault.BROKEN);
                frame = segment;
                progressive = marker == PROGRESSIVE;
                copy(marker, segment);
            }
            case EXIF -> {
                Orientation said = Orientation.ofSegment(segment);
                if (said != null) upright = said;
            }
            case ADOBE -> {
                if (segment.length >= 12 && new String(segment, 0, 5, StandardCharsets.US_ASCII).equals("Adobe")) {
                    adobeTransform = (int) segment[11];
                    copy(marker, segment);
                }
            }
            default -> {
                // Lossless, hierarchical and arithmetic ones, which no camera makes; and what cannot stand here.
                if (marker >= BASELINE && marker <= SCAN && marker != RESERVED
                        || marker < BASELINE
                        || marker == ARITHMETIC) throw new BadPicture(Fault.BROKEN);
            }
        }
    }

    private void copy(int marker, byte[] segment) throws IOException, BadPicture {
        if (tables.size() + segment.length > MOST_TABLES) throw new BadPicture(Fault.BROKEN);
        write(scans == 0 ? tables : to, marker, segment);
    }

    private static void write(OutputStream to, int marker, byte[] segment) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeShort(0xFF00 | marker);
        out.writeShort(segment.length + 2);
        out.write(segment);
    }

    /** Copies one; returns the marker behind it. */
    private int scan(byte[] segment) throws IOException, BadPicture {
        if (frame == null || segment.length < 1 || ++scans > MOST_SCANS) throw new BadPicture(Fault.BROKEN);
        if (scans == 1) {
            to.write(new byte[] {(byte) 0xFF, (byte) START});
            if (adobeTransform == null && frame[5] != 4 && !isNamedRgb()) to.write(JFIF);
            tables.writeTo(to);
        }
        if (segment[0] != frame[5]) inParts = true;
        write(to, SCAN, segment);
        while (true) {
            int next = from.readUnsignedByte();
            if (next != 0xFF) {
                to.write(next);
                continue;
            }
            int marker = from.readUnsignedByte();
            while (marker == 0xFF) marker = from.readUnsignedByte();
            if (marker != 0 && (marker < FIRST_RESTART || marker > LAST_RESTART)) return marker;
            to.write(0xFF);
            to.write(marker);
        }
    }

    private PictureHead head() throws BadPicture {
        int bands = frame[5];
        if (frame[0] != 8 || bands != 1 && bands != 3 && bands != 4) throw new BadPicture(Fault.BROKEN);
        int height = at(1);
        int width = at(3);
        if (width == 0 || height == 0) throw new BadPicture(Fault.BROKEN);
        Colours colours = bands < 4
                ? Colours.LIGHT
                : adobeTransform == null ? Colours.INK : adobeTransform == 2 ? Colours.ADOBE_YCCK : Colours.ADOBE_INK;
        return new PictureHead(
                "jpeg",
                width,
                height,
                bands,
                1,
                upright,
                colours,
                progressive || inParts ? coefficients(width, height) : 0);
    }

    /**
     * If its parts come one after the other, all of it is kept until the last: two bytes for each value of each block.
     */
    private long coefficients(int width, int height) {
        int across = 1;
        int down = 1;
        for (int band = 0; band < frame[5]; band++) {
            across = Math.max(across, frame[7 + 3 * band] >> 4 & 0xF);
            down = Math.max(down, frame[7 + 3 * band] & 0xF);
        }
        long all = 0;
        for (int band = 0; band < frame[5]; band++) {
            int own = (frame[7 + 3 * band] >> 4 & 0xF) * (frame[7 + 3 * band] & 0xF);
            all += 2L * (width / (8 * across) + 1) * (height / (8 * down) + 1) * own * 64;
        }
        return all;
    }

    private boolean isNamedRgb() {
        return frame[5] == 3 && frame[6] == 'R' && frame[9] == 'G' && frame[12] == 'B';
    }

    private int at(int place) {
        return (frame[place] & 0xFF) << 8 | frame[place + 1] & 0xFF;
    }
}
