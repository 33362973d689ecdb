package org.tiyanguan.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Texts for every field of a report that name who reported, and what nobody else may read of them. */
public record Telltale(String name) {

    /** What the texts tell besides the name. */
    private static final List<String> TOLD = List.of(
            "13912345678", "139 1234 5678", "44530219900101123X", "sanfeng88", "粤W12345", "碧桂园", "6222021234567890123");

    public Map<String, String> report() {
        return new HashMap<>(Map.of(
                "title", "本人" + name + "，窗口排队过久，请打13912345678",
                "description",
                        "我叫" + name
                                + "，身份证44530219900101123X，家住碧桂园3栋502，微信sanfeng88，车牌粤W12345。取号后等了两个小时。卡号6222021234567890123。",
                "place", "二楼A区，电话139 1234 5678（" + name + "）",
                "serviceItem", "户口迁移，联系人" + name));
    }

    /** For what is written later on, by anybody. */
    public String text(String words) {
        return words + "，联系" + name + " 13912345678，粤W12345";
    }

    public boolean isIn(String text) {
        return text.contains(name)
                || text.contains(name.substring(name.length() - 2))
                || TOLD.stream().anyMatch(text::contains);
    }

    public List<String> secrets() {
        return List.of(name, "13912345678", "碧桂园", "sanfeng88", "粤W12345");
    }

    /** What a reader finds in a workbook or a document of Word's, or in what came instead. */
    public static String words(byte[] file) {
        if (file.length < 2 || file[0] != 'P' || file[1] != 'K') return new String(file, StandardCharsets.UTF_8);
        StringBuilder words = new StringBuilder();
        try (ZipFile parts = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntries()))
                words.append(new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8)
                        .replaceAll("<[^>]*>", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.toString();
    }
}
