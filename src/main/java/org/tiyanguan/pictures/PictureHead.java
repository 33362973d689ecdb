package org.tiyanguan.pictures;

/**
 * What a picture's file says of it before anything is unfolded.
 *
 * @param reader the name of the format for ImageIO
 * @param bands values of a pixel
 * @param bytesPerBand 2 for 16 bits, otherwise 1
 * @param upright how it is to be turned
 * @param colours how a pixel's values make a colour
 * @param kept bytes that the reader keeps of the whole picture, however few of its pixels are asked for
 */
record PictureHead(
        String reader,
        int width,
        int height,
        int bands,
        int bytesPerBand,
        Orientation upright,
        Colours colours,
        long kept) {

    /** Of the whole picture. */
    long unfolded() {
        return unfolded(1);
    }

    /** If only each n-th pixel of each n-th line is asked for. */
    long unfolded(int n) {
        return (long) ((width + n - 1) / n) * ((height + n - 1) / n) * bands * bytesPerBand;
    }
}
