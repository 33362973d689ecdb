package org.tiyanguan.pictures;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Makes a part of a picture smaller by the mean of what falls on each new pixel, line by line, so that nothing but the
 * result is held besides the picture.
 */
final class Scaling {

    /** Lines of a picture, as red, green, blue, red …; asked for once each, from the first to the last. */
    interface Lines {
        void line(int y, int[] rgb);
    }

    private Scaling() {}

    /** The part as large as it is asked for; what is smaller is enlarged. */
    static BufferedImage scale(Lines lines, Rectangle part, int width, int height) {
        int least = Math.min(part.width, width);
        BufferedImage small = shrink(lines, part, least, Math.min(part.height, height));
        if (small.getWidth() == width && small.getHeight() == height) return small;
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = large.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(small, 0, 0, width, height, null);
        pen.dispose();
        return large;
    }

    private static BufferedImage shrink(Lines lines, Rectangle part, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] rgb = new int[part.width * 3];
        float[] mean = new float[width * 3];
        float[] sum = new float[width * 3];
        double step = (double) height / part.height;
        int row = 0;
        for (int y = 0; y < part.height; y++) {
            lines.line(part.y + y, rgb);
            across(rgb, part.width, mean, width);
            // How much of this line falls on the row, and what is left for the next one.
            double end = (y + 1) * step;
            float here = (float) Math.min(step, Math.max(0, row + 1 - y * step));
            add(mean, here, sum);
            if (end < row + 1 - 1e-9 && y < part.height - 1) continue;
            write(sum, small, row++);
            Arrays.fill(sum, 0);
            if (row < height) add(mean, (float) Math.max(0, end - row), sum);
        }
        return small;
    }

    private static void across(int[] rgb, int from, float[] mean, int to) {
        Arrays.fill(mean, 0);
        double step = (double) to / from;
        for (int x = 0; x < from; x++) {
            double start = x * step;
            int cell = Math.min(to - 1, (int) (start + 1e-9));
            float here = (float) Math.min(step, cell + 1 - start);
            float next = (float) step - here;
            for (int c = 0; c < 3; c++) {
                int value = rgb[x * 3 + c];
                mean[cell * 3 + c] += here * value;
                if (next > 1e-6f && cell + 1 < to) mean[(cell + 1) * 3 + c] += next * value;
            }
        }
    }

    private static void add(float[] line, float weight, float[] sum) {
        for (int i = 0; i < sum.length; i++) sum[i] += weight * line[i];
    }

    private static void write(float[] line, BufferedImage to, int row) {
        for (int x = 0; x < to.getWidth(); x++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) rgb = rgb << 8 | Math.max(0, Math.min(255, Math.round(line[x * 3 + c])));
            to.setRGB(x, row, rgb);
        }
    }
}
