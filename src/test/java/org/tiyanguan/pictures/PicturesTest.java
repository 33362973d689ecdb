package org.tiyanguan.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tiyanguan.pictures.TestPictures.GREY;
import static org.tiyanguan.pictures.TestPictures.GREY_ALPHA;
import static org.tiyanguan.pictures.TestPictures.PALETTE;
import static org.tiyanguan.pictures.TestPictures.RGB;
import static org.tiyanguan.pictures.TestPictures.RGB_ALPHA;
import static org.tiyanguan.pictures.TestPictures.begin;
import static org.tiyanguan.pictures.TestPictures.chunk;
import static org.tiyanguan.pictures.TestPictures.deflated;
import static org.tiyanguan.pictures.TestPictures.exif;
import static org.tiyanguan.pictures.TestPictures.grey;
import static org.tiyanguan.pictures.TestPictures.ink;
import static org.tiyanguan.pictures.TestPictures.jpeg;
import static org.tiyanguan.pictures.TestPictures.png;
import static org.tiyanguan.pictures.TestPictures.progressive;
import static org.tiyanguan.pictures.TestPictures.read;
import static org.tiyanguan.pictures.TestPictures.resource;
import static org.tiyanguan.pictures.TestPictures.tiff;
import static org.tiyanguan.pictures.TestPictures.with;
import static org.tiyanguan.pictures.TestPictures.without;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the world sends as a picture becomes a right one, and no more of them at once than the machine bears. */
class PicturesTest {

    private static final List<Integer> RED_GREEN_BLUE_WHITE = List.of(0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF);
    private static final List<Integer> BLACK_TO_WHITE = List.of(0x000000, 0x555555, 0xAAAAAA, 0xFFFFFF);
    private final Pictures pictures = new Pictures(TestPictures.room(Duration.ofMinutes(10)));

    // ---- right ones

    static Stream<Map.Entry<String, byte[]>> coloured() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("JPEG", jpeg(90, 60));
        all.put("JPEG, progressive", progressive(90, 60));
        all.put("JPEG without JFIF, as cameras write it", without(jpeg(90, 60), "JFIF"));
        all.put(
                "JPEG with a large EXIF and a profile",
                with(with(jpeg(90, 60), 0xE1, exif(1, 60_000)), 0xE2, new byte[60_000]));
        all.put("JPEG with something behind its end", joined(jpeg(90, 60), new byte[5000]));
        all.put("CMYK", ink(90, 60, -1, false));
        all.put("CMYK of Adobe", ink(90, 60, 0, false));
        all.put("CMYK of Adobe, progressive", ink(90, 60, 0, true));
        all.put("YCCK of Adobe", ink(90, 60, 2, false));
        for (boolean interlaced : List.of(false, true)) {
            for (int depth : List.of(8, 16)) {
                all.put("PNG RGB " + depth + interlaced, png(90, 60, depth, RGB, interlaced));
                all.put("PNG RGBA " + depth + interlaced, png(90, 60, depth, RGB_ALPHA, interlaced));
            }
            for (int depth : List.of(2, 4, 8))
                all.put("PNG palette " + depth + interlaced, png(90, 60, depth, PALETTE, interlaced));
        }
        byte[] text = joined("a\0\0".getBytes(StandardCharsets.US_ASCII), deflated(300_000_000));
        all.put(
                "PNG with a text that unfolds to 300 MB",
                png(90, 60, 8, RGB, false, chunk("zTXt", text), chunk("iCCP", text), chunk("iTXt", text)));
        return all.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("coloured")
    void its_colours_stay(Map.Entry<String, byte[]> picture) throws Exception {
        BufferedImage made = fit(picture.getValue(), 60);
        assertThat(List.of(made.getWidth(), made.getHeight())).containsExactly(60, 40);
        assertNear(quarters(made), RED_GREEN_BLUE_WHITE);
    }

    static Stream<Map.Entry<String, byte[]>> greys() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (boolean interlaced : List.of(false, true)) {
            for (int depth : List.of(2, 4, 8, 16))
                all.put("grey " + depth + interlaced, png(90, 60, depth, GREY, interlaced));
            for (int depth : List.of(8, 16))
                all.put("grey and alpha " + depth + interlaced, png(90, 60, depth, GREY_ALPHA, interlaced));
        }
        return all.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("greys")
    void greys_get_neither_lighter_nor_darker(Map.Entry<String, byte[]> picture) throws Exception {
        assertNear(quarters(fit(picture.getValue(), 60)), BLACK_TO_WHITE);
    }

    @Test
    void a_grey_jpeg_and_a_picture_of_one_bit_are_read() throws Exception {
        assertThat(quarters(fit(grey(90, 60), 60))).hasSize(4);
        assertThat(quarters(fit(png(90, 60, 1, GREY, false), 60)))
                .startsWith(0x000000)
                .endsWith(0xFFFFFF);
    }

    @Test
    void what_is_transparent_becomes_white() throws Exception {
        var drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB), "png", drawn);
        assertNear(quarters(fit(drawn.toByteArray(), 20)), List.of(0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_picture_is_turned_as_it_was_taken(int orientation) throws Exception {
        // The places of red, green, blue and white once it stands upright.
        List<Integer> order = List.of(
                        List.of(0, 1, 2, 3),
                        List.of(1, 0, 3, 2),
                        List.of(3, 2, 1, 0),
                        List.of(2, 3, 0, 1),
                        List.of(0, 2, 1, 3),
                        List.of(2, 0, 3, 1),
                        List.of(3, 1, 2, 0),
                        List.of(1, 3, 0, 2))
                .get(orientation - 1);
        List<Integer> expected = order.stream().map(RED_GREEN_BLUE_WHITE::get).toList();
        for (byte[] held : List.of(
                with(jpeg(90, 60), 0xE1, exif(orientation, 0)),
                png(90, 60, 8, RGB, false, chunk("eXIf", tiff(orientation))))) {
            BufferedImage made = fit(held, 60);
            assertThat(made.getWidth()).isEqualTo(orientation < 5 ? 60 : 40);
            assertNear(quarters(made), expected);
            BufferedImage portrait = read(pictures.cut(resource(held), 30, 42));
            assertThat(List.of(portrait.getWidth(), portrait.getHeight())).containsExactly(30, 42);
            assertNear(quarters(portrait), expected);
        }
    }

    @Test
    void a_damaged_exif_turns_nothing() throws Exception {
        for (byte[] exif : List.of(
                exif(9, 0), exif(-1, 0), begin(exif(6, 0), 0.5), new byte[] {'E', 'x', 'i', 'f', 0, 0, 'I', 'I'}))
            assertThat(fit(with(jpeg(90, 60), 0xE1, exif), 60).getWidth()).isEqualTo(60);
    }

    @Test
    void of_a_moving_picture_the_first_frame_is_taken() throws Exception {
        byte[] moving = png(
                90,
                60,
                8,
                RGB,
                false,
                chunk("acTL", new byte[8]),
                chunk("fcTL", new byte[26]),
                chunk("fdAT", new byte[5000]));
        assertNear(quarters(fit(moving, 60)), RED_GREEN_BLUE_WHITE);
    }

    @Test
    void thin_tiny_and_large_ones_keep_their_shape() throws Exception {
        Map<byte[], List<Integer>> shapes = new LinkedHashMap<>();
        shapes.put(png(1, 65_500, 8, RGB, false), List.of(1, 2000));
        shapes.put(png(65_500, 1, 8, RGB, true), List.of(2000, 1));
        shapes.put(jpeg(1, 65_500), List.of(1, 2000));
        shapes.put(png(1, 1, 16, RGB_ALPHA, false), List.of(1, 1));
        shapes.put(png(640, 480, 8, RGB, false), List.of(640, 480));
        shapes.put(png(4999, 5000, 16, RGB_ALPHA, false), List.of(2000, 2000));
        shapes.put(png(9000, 7000, 8, RGB, true), List.of(2000, 1556));
        for (Map.Entry<byte[], List<Integer>> shape : shapes.entrySet()) {
            BufferedImage made = fit(shape.getKey(), 2000);
            assertThat(List.of(made.getWidth(), made.getHeight())).isEqualTo(shape.getValue());
            if (Math.min(made.getWidth(), made.getHeight()) > 100) assertNear(quarters(made), RED_GREEN_BLUE_WHITE);
        }
    }

    @Test
    void a_portrait_is_cut_around_the_middle_and_a_small_one_enlarged() throws Exception {
        for (byte[] sent : List.of(jpeg(4000, 3000), jpeg(150, 210), png(295, 413, 8, RGB, false))) {
            BufferedImage made = read(pictures.cut(resource(sent), 295, 413));
            assertThat(List.of(made.getWidth(), made.getHeight())).containsExactly(295, 413);
            assertNear(quarters(made), RED_GREEN_BLUE_WHITE);
        }
    }

    @Test
    void each_size_that_is_asked_for_is_made() throws Exception {
        List<byte[]> made = pictures.fit(resource(jpeg(900, 600)), 600, 90);
        assertThat(read(made.get(0)).getWidth()).isEqualTo(600);
        assertThat(read(made.get(1)).getWidth()).isEqualTo(90);
    }

    // ---- many at once

    @Test
    void who_would_wait_too_long_is_told_to_come_back() {
        Room room = TestPictures.room(Duration.ZERO);
        try (Room.Held all = room.hold(Long.MAX_VALUE)) {
            assertThatThrownBy(() -> new Pictures(room).fit(resource(jpeg(90, 60)), 60))
                    .isInstanceOf(Crowded.class);
        }
        assertThat(room.hold(Long.MAX_VALUE)).as("given back").isNotNull();
    }

    @Test
    void no_picture_is_unfolded_while_a_connection_is_held() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> pictures.fit(resource(jpeg(90, 60)), 60))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    // ----

    private BufferedImage fit(byte[] sent, int longest) throws Exception {
        return read(pictures.fit(resource(sent), longest).get(0));
    }

    private static List<Integer> quarters(BufferedImage picture) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        List<Integer> colours = new ArrayList<>();
        for (int y : List.of(h / 4, h - 1 - h / 4))
            for (int x : List.of(w / 4, w - 1 - w / 4)) colours.add(picture.getRGB(x, y) & 0xFFFFFF);
        return colours;
    }

    private static void assertNear(List<Integer> colours, List<Integer> expected) {
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < 4; i++)
            for (int shift : List.of(16, 8, 0))
                all.assertThat(colours.get(i) >> shift & 0xFF)
                        .as("%06x of %06x", colours.get(i), expected.get(i))
                        .isCloseTo(expected.get(i) >> shift & 0xFF, org.assertj.core.data.Offset.offset(12));
        all.assertAll();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
