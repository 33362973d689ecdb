package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/**
 * One of our files with one thing wrong, and what is said of it.
 *
 * @param from what is replaced, once; null if all of the file is
 * @param to null if the file is missing
 */
record BrokenModel(String edited, String from, String to, String file, String element, String says) {

    private static final Pattern CASE = Pattern.compile("""
            (?<edited>\\S+)
            (?:- (?<from>.*)
            )?(?:delete|\\+ ?(?<to>.*))
            ! (?:(?<file>\\S+\\.(?:bpmn|dmn|form)) )?(?:\\[(?<element>[^\\]]*)] )?(?<says>.+)""");

    /** What {@code broken.txt} lists, and what no reader of a file would see there. */
    static Stream<BrokenModel> all() throws IOException {
        String listed =
                new ClassPathResource("broken.txt", BrokenModel.class).getContentAsString(StandardCharsets.UTF_8);
        return Stream.concat(
                Arrays.stream(listed.strip().split("\n\n"))
                        .filter(one -> !one.startsWith("#"))
                        .map(BrokenModel::read),
                Stream.of(
                        new BrokenModel("notice.bpmn", "<?xml", "\uFEFF<?xml", "notice.bpmn", "", "不带 BOM 的 UTF-8"),
                        new BrokenModel("notice\u200b2.bpmn", null, "x", "notice\u200b2.bpmn", "", "看不见的字符")));
    }

    private static BrokenModel read(String text) {
        Matcher one = CASE.matcher(text);
        assertThat(one.matches()).as(text).isTrue();
        String edited = one.group("edited");
        String file = one.group("file");
        String element = one.group("element");
        return new BrokenModel(
                edited,
                one.group("from"),
                one.group("to"),
                file == null ? edited : file,
                element == null ? "" : element,
                one.group("says"));
    }

    /** The forms, and the files that it is about: to read all diagrams and tables takes half a second. */
    Map<String, byte[]> neighbours() throws IOException {
        Map<String, byte[]> files = OurModels.ours();
        files.keySet().removeIf(name -> !name.endsWith(".form") && !name.equals(edited) && !name.equals(file));
        return files;
    }

    boolean isSaid(String line) {
        return line.startsWith(file) && line.contains(element) && line.contains(says);
    }

    void breakIt(Map<String, byte[]> files) {
        if (to == null) files.remove(edited);
        else if (from == null) files.put(edited, to.getBytes());
        else OurModels.edit(files, edited, from, to);
    }
}
