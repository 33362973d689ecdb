package org.tiyanguan.experience.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.tiyanguan.experience.RecordContent;
import org.tiyanguan.experience.SurveyAnswer;

/** What the page of a record sends: what was typed, photos, and what is to become of them. */
record RecordForm(Map<String, String> typed, MultiValueMap<String, MultipartFile> files) {

    boolean discards() {
        return act().equals("discard");
    }

    boolean sends() {
        return act().equals("send");
    }

    /** The officer goes on with one more finding. */
    boolean addsFinding() {
        return act().equals("add");
    }

    /** The answer to the survey that the officer makes a finding of; empty where nothing is made of any. */
    Optional<Long> quoted() {
        return act().matches("quote-\\d{1,18}") ? Optional.of(Long.valueOf(act().substring(6))) : Optional.empty();
    }

    /** The same with one more finding, which says what was answered. */
    RecordForm quoting(int finding, SurveyAnswer answer) {
        Map<String, String> more = new HashMap<>(typed);
        more.put(RecordContent.field(finding, "description"), Objects.requireNonNullElse(answer.text(), ""));
        more.put(RecordContent.field(finding, RecordContent.ANSWER), String.valueOf(answer.id()));
        return new RecordForm(more, files);
    }

    private String act() {
        return typed.getOrDefault("act", "");
    }

    String token() {
        return typed.getOrDefault("token", "");
    }

    RecordContent content() {
        return RecordContent.of(typed);
    }

    /** The draft that the page has seen; null where it has seen none. */
    @Nullable
    Integer revision() {
        String revision = typed.getOrDefault("revision", "");
        return revision.matches("\\d{1,9}") ? Integer.valueOf(revision) : null;
    }

    /** Whether the officer was asked before and sends it nevertheless. */
    boolean isSure() {
        return typed.containsKey("sure");
    }

    /** What was marked on the page when the officer was asked. */
    String marked() {
        return typed.getOrDefault("sure", "");
    }

    /** The chosen files by the item or finding that they belong to. */
    Map<String, List<Resource>> photos() {
        Map<String, List<Resource>> chosen = new TreeMap<>();
        files.forEach((field, sent) -> {
            String place = RecordContent.placeOf(field);
            if (place == null) return;
            for (MultipartFile file : sent)
                if (!file.isEmpty())
                    chosen.computeIfAbsent(place, one -> new ArrayList<>()).add(file.getResource());
        });
        return chosen;
    }

    /** Photos that are to go. */
    List<Long> dropped() {
        return typed.keySet().stream()
                .filter(name -> name.matches("drop-\\d{1,18}"))
                .map(name -> Long.valueOf(name.substring(5)))
                .toList();
    }
}
