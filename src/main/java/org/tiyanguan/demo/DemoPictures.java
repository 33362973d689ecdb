package org.tiyanguan.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Photos of nobody and of no place, as JPEG. */
final class DemoPictures {

    private DemoPictures() {}

    static byte[] face(int n) {
        BufferedImage picture = new BufferedImage(295, 413, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x9fc3e8));
        pen.fillRect(0, 0, 295, 413);
        pen.setColor(Color.getHSBColor(n / 12f, 0.35f, 0.45f));
        pen.fillOval(12, 285, 271, 260);
        pen.setColor(new Color(0xf0d3bb));
        pen.fillOval(82, 92, 131, 168);
        pen.fillRoundRect(122, 230, 51, 75, 30, 30);
        pen.setColor(new Color(0x2d2622));
        pen.setStroke(new BasicStroke(34, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.drawArc(92, 98, 111, 120, 10, 160);
        pen.dispose();
        return jpeg(picture);
    }

    static byte[] table(String text, int colour) {
        BufferedImage picture = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(colour));
        pen.fillRect(0, 0, 1200, 900);
        pen.setColor(new Color(0x6b5b45));
        pen.fillRect(150, 520, 900, 60);
        pen.fillRect(200, 580, 40, 260);
        pen.fillRect(960, 580, 40, 260);
        pen.setColor(Color.WHITE);
        pen.fillRect(430, 400, 340, 120);
        pen.setColor(new Color(0x333333));
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 64));
        pen.drawString(text, 480, 480);
        pen.dispose();
        return jpeg(picture);
    }

    private static byte[] jpeg(BufferedImage picture) {
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }
}
