package org.tiyanguan.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tiyanguan.pictures.TestPictures.PALETTE;
import static org.tiyanguan.pictures.TestPictures.RGB;
import static org.tiyanguan.pictures.TestPictures.RGB_ALPHA;
import static org.tiyanguan.pictures.TestPictures.begin;
import static org.tiyanguan.pictures.TestPictures.exif;
import static org.tiyanguan.pictures.TestPictures.ink;
import static org.tiyanguan.pictures.TestPictures.jpeg;
import static org.tiyanguan.pictures.TestPictures.png;
import static org.tiyanguan.pictures.TestPictures.progressive;
import static org.tiyanguan.pictures.TestPictures.read;
import static org.tiyanguan.pictures.TestPictures.resource;
import static org.tiyanguan.pictures.TestPictures.with;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tiyanguan.pictures.BadPicture.Fault;

/** What the world sends in place of a right picture is refused for a reason that can be said. */
class BadPicturesTest {

    private final Pictures pictures = new Pictures(TestPictures.room(Duration.ofMinutes(10)));

    // ---- wrong ones

    @Test
    void what_is_too_large_is_refused_by_its_head() {
        assertFault(Fault.TOO_LARGE, png(7070, 7070, 16, RGB_ALPHA, false));
        assertFault(Fault.TOO_LARGE, headed(30_000, 30_000));
        assertFault(Fault.TOO_LARGE, headed(Integer.MAX_VALUE, 1));
        assertFault(Fault.TOO_LARGE, headed(70_000, 1));
        assertFault(Fault.TOO_LARGE, framed(progressive(90, 60), 65_500, 65_500));
        assertFault(Fault.TOO_LARGE, framed(progressive(90, 60), 8000, 8000));
    }

    @Test
    void a_portrait_has_a_lower_limit() throws Exception {
        byte[] large = png(6000, 5000, 8, RGB, false);
        assertThat(fit(large, 100).getWidth()).isEqualTo(100);
        assertThat(catchThrowableOfType(BadPicture.class, () -> pictures.cut(resource(large), 295, 413))
                        .fault())
                .isEqualTo(Fault.TOO_LARGE);
        assertThat(catchThrowableOfType(BadPicture.class, () -> pictures.cut(resource(jpeg(146, 300)), 295, 413))
                        .fault())
                .isEqualTo(Fault.TOO_SMALL);
    }

    @Test
    void what_ends_too_early_or_is_damaged_is_refused() {
        for (byte[] whole :
                List.of(jpeg(300, 200), progressive(300, 200), png(300, 200, 8, RGB, false), ink(90, 60, 2, false)))
            for (double part : List.of(0.05, 0.3, 0.7, 0.99)) assertFault(Fault.BROKEN, begin(whole, part));
        assertFault(Fault.BROKEN, headed(0, 5));
        assertFault(Fault.BROKEN, headed(5, -1));
        assertFault(Fault.BROKEN, framed(jpeg(90, 60), 0, 5));
        assertFault(Fault.BROKEN, framed(jpeg(90, 60), 5, 0));
        assertFault(Fault.BROKEN, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
        assertFault(Fault.BROKEN, PngFile.SIGNATURE);
    }

    @Test
    void a_picture_of_a_thousand_scans_is_refused() {
        byte[] one = jpeg(64, 64);
        int scan = IntStream.range(0, one.length)
                .filter(i -> one[i] == -1 && one[i + 1] == (byte) 0xDA)
                .findFirst()
                .orElseThrow();
        var many = new ByteArrayOutputStream();
        many.write(one, 0, scan);
        for (int i = 0; i < 1000; i++) many.write(one, scan, one.length - scan - 2);
        many.write(one, one.length - 2, 2);
        assertFault(Fault.BROKEN, many.toByteArray());
    }

    @Test
    void other_formats_are_refused_by_their_names() {
        Map<String, Fault> files = new LinkedHashMap<>();
        for (String brand : List.of("heic", "heix", "hevc", "mif1", "avif"))
            files.put("\0\0\0\u0018ftyp" + brand + "\0\0\0\0", Fault.HEIC);
        files.put("GIF89a\1\0\1\0", Fault.OTHER);
        files.put("RIFF\1\2\3\4WEBPVP8 ", Fault.OTHER);
        files.put("II*\0\10\0\0\0\0\0\0\0", Fault.OTHER);
        files.put("MM\0*\0\0\0\10\0\0\0\0", Fault.OTHER);
        files.put("BM\1\2\3\4\0\0\0\0\66\0\0\0", Fault.OTHER);
        for (String none : List.of(
                "",
                "B",
                "%PDF-1.7",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "PK\3\4",
                "MZ",
                "BMW 5er, Baujahr 2020")) files.put(none, Fault.NONE);
        files.forEach((file, fault) -> assertFault(fault, file.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Whatever the bytes, the answer is a picture or one of the reasons. */
    @Property(tries = 300)
    void no_bytes_do_anything_else(@ForAll("damaged") byte[] file) throws IOException {
        try {
            assertThat(read(new Pictures(TestPictures.room(Duration.ofMinutes(10)))
                                    .fit(resource(file), 50)
                                    .get(0))
                            .getWidth())
                    .isBetween(1, 50);
        } catch (BadPicture bad) {
            assertThat(bad.fault()).isNotNull();
        }
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        byte[][] whole = {
            jpeg(40, 30),
            progressive(40, 30),
            ink(40, 30, 2, false),
            png(40, 30, 8, RGB, true),
            png(40, 30, 16, RGB_ALPHA, false),
            png(40, 30, 2, PALETTE, false),
            with(jpeg(40, 30), 0xE1, exif(6, 20))
        };
        Arbitrary<int[]> edits = Arbitraries.integers()
                .between(0, 5000)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(6);
        return Combinators.combine(
                        Arbitraries.of(List.of(whole)),
                        edits,
                        Arbitraries.bytes(),
                        Arbitraries.integers().between(0, 3))
                .as((file, places, value, kind) -> {
                    byte[] damaged = kind == 0 ? begin(file, (places[0] % 100) / 100.0) : file.clone();
                    if (kind > 0) for (int place : places) damaged[place % damaged.length] = value;
                    return damaged;
                });
    }

    // ----

    private BufferedImage fit(byte[] sent, int longest) throws Exception {
        return read(pictures.fit(resource(sent), longest).get(0));
    }

    private void assertFault(Fault fault, byte[] file) {
        BadPicture bad = catchThrowableOfType(BadPicture.class, () -> pictures.fit(resource(file), 100));
        assertThat(bad).as(fault + " of " + file.length).isNotNull();
        assertThat(bad.fault()).isEqualTo(fault);
    }

    /** A PNG of a few bytes whose head says that size. */
    private static byte[] headed(int width, int height) {
        byte[] png = png(1, 1, 8, RGB, false);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        return png;
    }

    /** A JPEG whose frame says that size. */
    private static byte[] framed(byte[] jpeg, int width, int height) {
        byte[] framed = jpeg.clone();
        int frame = IntStream.range(0, framed.length)
                .filter(i -> framed[i] == -1 && (framed[i + 1] == (byte) 0xC0 || framed[i + 1] == (byte) 0xC2))
                .findFirst()
                .orElseThrow();
        ByteBuffer.wrap(framed).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return framed;
    }
}
