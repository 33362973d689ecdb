package org.tiyanguan.pictures;

import java.io.ByteArrayOutputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes that are written, and then read where they are: Java's own ways keep them once more. */
final class Bytes extends ByteArrayOutputStream {

    Bytes(int size) {
        super(Math.max(1, size));
    }

    ImageInputStream input() {
        return new ImageInputStreamImpl() {
            @Override
            public int read() {
                bitOffset = 0;
                return streamPos < count ? buf[(int) streamPos++] & 0xFF : -1;
            }

            @Override
            public int read(byte[] to, int at, int length) {
                bitOffset = 0;
                if (streamPos >= count) return -1;
                int read = (int) Math.min(length, count - streamPos);
                System.arraycopy(buf, (int) streamPos, to, at, read);
                streamPos += read;
                return read;
            }
        };
    }
}
