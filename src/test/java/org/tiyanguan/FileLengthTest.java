package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class that takes more than three screens has several jobs. */
class FileLengthTest {

    private static final int LONGEST = 300;

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/test/java"})
    void no_file_is_longer_than_three_screens(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).filter(FileLengthTest::isLong))
                    .isEmpty();
        }
    }

    private static boolean isLong(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count() > LONGEST;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
