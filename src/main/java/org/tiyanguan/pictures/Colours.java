package org.tiyanguan.pictures;

import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a pixel make a colour. What is transparent becomes white. Colours are taken for sRGB's: a profile
 * that says otherwise would change them a little, and may itself be made to do harm.
 */
enum Colours {
    /** Grey or red, green and blue, with or without transparency, or of a palette. */
    LIGHT,
    /** Cyan, magenta, yellow and black. */
    INK,
    /** The same, as Adobe's programs write it: upside down. */
    ADOBE_INK,
    /** As Adobe's programs write it, brightness apart from colours. */
    ADOBE_YCCK;

    /** One line from {@code x} on as red, green, blue, red … from 0 to 255. */
    void line(Raster from, @Nullable ColorModel palette, int bytesPerBand, int x, int y, int[] values, int[] rgb) {
        int bands = from.getNumBands();
        int width = rgb.length / 3;
        from.getPixels(x, y, width, 1, values);
        for (int i = 0, v = 0, c = 0; i < width; i++, v += bands, c += 3) {
            if (palette instanceof IndexColorModel colours) {
                int colour = colours.getRGB(values[v]);
                put(rgb, c, colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF, colour >>> 24);
                continue;
            }
            if (bytesPerBand == 2) for (int band = 0; band < bands; band++) values[v + band] >>= 8;
            int a = values[v];
            int b = bands > 2 ? values[v + 1] : a;
            int d = bands > 2 ? values[v + 2] : a;
            int last = values[v + bands - 1];
            switch (this) {
                case LIGHT -> put(rgb, c, a, b, d, bands % 2 == 0 ? last : 255);
                case INK ->
                    put(
                            rgb,
                            c,
                            (255 - a) * (255 - last) / 255,
                            (255 - b) * (255 - last) / 255,
                            (255 - d) * (255 - last) / 255,
                            255);
                case ADOBE_INK -> put(rgb, c, a * last / 255, b * last / 255, d * last / 255, 255);
                case ADOBE_YCCK -> {
                    int cyan = 255 - byteOf(a + 1.402 * (d - 128));
                    int magenta = 255 - byteOf(a - 0.344136 * (b - 128) - 0.714136 * (d - 128));
                    int yellow = 255 - byteOf(a + 1.772 * (b - 128));
                    put(rgb, c, cyan * last / 255, magenta * last / 255, yellow * last / 255, 255);
                }
            }
        }
    }

    private static void put(int[] rgb, int at, int red, int green, int blue, int opaque) {
        int white = 255 - opaque;
        rgb[at] = red * opaque / 255 + white;
        rgb[at + 1] = green * opaque / 255 + white;
        rgb[at + 2] = blue * opaque / 255 + white;
    }

    private static int byteOf(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
