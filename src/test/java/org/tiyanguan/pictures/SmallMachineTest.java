package org.tiyanguan.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest pictures of each kind, eight of them at once, on a machine of 512 MB. */
@Tag("own-program")
class SmallMachineTest {

    @TempDir
    Path folder;

    @Test
    void eight_of_the_largest_at_once_do_not_fill_a_heap_of_512_megabytes() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("deep", TestPictures.png(7070, 7070, 16, TestPictures.RGB_ALPHA, false));
        files.put("plain", TestPictures.png(4999, 5000, 16, TestPictures.RGB_ALPHA, false));
        files.put("interlaced", TestPictures.png(8100, 8100, 8, TestPictures.RGB, true));
        files.put("progressive", TestPictures.progressive(5700, 4280));
        files.put("ink", TestPictures.ink(3400, 2600, 2, true));
        for (Map.Entry<String, byte[]> file : files.entrySet())
            Files.write(folder.resolve(file.getKey()), file.getValue());
        List<String> asked = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (String request :
                List.of("fit deep TOO_LARGE", "cut deep TOO_LARGE", "fit plain MADE", "cut plain TOO_LARGE")) {
            for (int i = 0; i < EightAtOnce.AT_ONCE; i++) add(request, asked, expected);
        }
        for (String request :
                List.of("fit interlaced MADE", "fit progressive MADE", "fit ink MADE", "cut progressive MADE"))
            for (int i = 0; i < 2; i++) add(request, asked, expected);
        assertThat(run(asked).lines()).containsExactlyElementsOf(expected);
    }

    private void add(String request, List<String> asked, List<String> expected) {
        String[] words = request.split(" ");
        asked.addAll(List.of(words[0], folder.resolve(words[1]).toString()));
        expected.add(request);
    }

    private String run(List<String> asked) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                EightAtOnce.class.getName()));
        command.addAll(asked);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
