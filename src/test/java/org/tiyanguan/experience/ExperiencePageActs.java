package org.tiyanguan.experience;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.tiyanguan.DistinctPictures;
import org.tiyanguan.PageAct;
import org.tiyanguan.officer.ExperienceMode;
import org.tiyanguan.web.FormTokens;

/**
 * What centre and officers do about assignments and records. Saving a draft is one act, sending what is saved another.
 */
@Component
class ExperiencePageActs implements PageAct.All {

    private final Experiencing experiencing;
    private final Records records;
    private final Checklists checklists;
    private final Surveys surveys;
    private final FormTokens tokens;

    ExperiencePageActs(
            Experiencing experiencing, Records records, Checklists checklists, Surveys surveys, FormTokens tokens) {
        this.experiencing = experiencing;
        this.records = records;
        this.checklists = checklists;
        this.surveys = surveys;
        this.tokens = tokens;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(
                new PageAct("/assignments", "center", () -> {
                    morning();
                    return post("/assignments").param("title", "户籍窗口体验").param("mode", "ONLINE");
                }),
                new PageAct(
                        "/assignments/{number}/withdraw",
                        "center",
                        () -> post("/assignments/{n}/withdraw", invited()).param("reason", "窗口临时搬迁")),
                new PageAct(
                        "/assignments/{number}/move",
                        "center",
                        () -> post("/assignments/{n}/move", invited())
                                .param("lastDay", "2026-03-17")
                                .param("reason", "窗口临时搬迁")),
                new PageAct("/checklists", "center", () -> {
                    checklists.all().stream()
                            .filter(list -> list.name().equals("新清单"))
                            .forEach(list -> checklists.remove(list.id()));
                    return post("/checklists")
                            .param("mode", "REFORM")
                            .param("name", "新清单")
                            .param("items", "看得懂\n办得成");
                }),
                new PageAct(
                        "/checklists/{id}",
                        "change",
                        "center",
                        () -> post("/checklists/{id}", checklist())
                                .param("name", UUID.randomUUID().toString())
                                .param("items", "看得懂")),
                new PageAct(
                        "/checklists/{id}",
                        "remove",
                        "center",
                        () -> post("/checklists/{id}", checklist()).param("act", "remove")),
                new PageAct(
                        "/officer/tasks/{id}/reply",
                        "yes",
                        "officer",
                        () -> post("/officer/tasks/{id}/reply", visitOf(invited()))
                                .param("reply", "YES")),
                new PageAct(
                        "/officer/tasks/{id}/reply",
                        "no",
                        "officer",
                        () -> post("/officer/tasks/{id}/reply", visitOf(invited()))
                                .param("reply", "NO")
                                .param("declineReason", "出差在外")),
                new PageAct(
                        "/officer/tasks/{id}",
                        "save",
                        "officer",
                        () -> typed(
                                        multipart("/officer/tasks/{id}", visitOf(accepted()))
                                                .file(photo()),
                                        experiencing.filledIn(1))
                                .param("act", "save")),
                new PageAct("/officer/tasks/{id}", "send", "officer", () -> {
                    String number = accepted();
                    ExperienceRecord draft = experiencing.draft("officer", number, 2);
                    return typed(
                                    multipart("/officer/tasks/{id}", draft.visit()),
                                    experiencing.filledIn(2),
                                    draft.token())
                            .param("revision", "" + draft.revision())
                            .param("act", "send")
                            .param("sure", "");
                }),
                new PageAct("/surveys/{token}", null, () -> {
                    morning();
                    return post(
                                    "/surveys/{t}",
                                    surveys.token(experiencing
                                                    .surveying("officer")
                                                    .id())
                                            .orElseThrow())
                            .param("token", tokens.make())
                            .param("rating-0", "4")
                            .param("text", "窗口排队太久")
                            .param("email", "ren@example.org");
                }),
                new PageAct("/officer/report", "officer", () -> {
                    morning();
                    return typed(multipart("/officer/report").file(photo()), Experiencing.finding(1))
                            .param("act", "save");
                }),
                new PageAct(
                        "/officer/report/{number}",
                        "save",
                        "officer",
                        () -> onDraft().param("f1-place", "三楼").param("act", "save")),
                new PageAct(
                        "/officer/report/{number}",
                        "send",
                        "officer",
                        () -> onDraft().param("act", "send").param("sure", "")),
                new PageAct(
                        "/officer/report/{number}",
                        "discard",
                        "officer",
                        () -> onDraft().param("act", "discard")));
    }

    private AbstractMockHttpServletRequestBuilder<?> onDraft() {
        morning();
        String token = UUID.randomUUID().toString();
        RecordContent content = RecordContent.of(Experiencing.finding(1));
        ExperienceRecord draft = records.save("officer", token, null, null, content, Map.of(), List.of());
        return typed(multipart("/officer/report/{n}", draft.number()), Experiencing.finding(1), token)
                .param("revision", "" + draft.revision());
    }

    private static AbstractMockHttpServletRequestBuilder<?> typed(
            AbstractMockHttpServletRequestBuilder<?> request, Map<String, String> typed) {
        return typed(request, typed, UUID.randomUUID().toString());
    }

    private static AbstractMockHttpServletRequestBuilder<?> typed(
            AbstractMockHttpServletRequestBuilder<?> request, Map<String, String> typed, String token) {
        typed.forEach(request::param);
        return request.param("token", token);
    }

    private static MockMultipartFile photo() {
        return new MockMultipartFile("photos-f1", "a.jpg", "image/jpeg", DistinctPictures.jpeg());
    }

    private long checklist() {
        String name = UUID.randomUUID().toString();
        checklists.add(ExperienceMode.ON_SITE, name, "看得懂");
        return checklists.all().stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private long visitOf(String number) {
        return experiencing.visit("officer", number).id();
    }

    private String accepted() {
        String number = invited();
        experiencing.reply("officer", number, "YES", null);
        return number;
    }

    private String invited() {
        morning();
        return experiencing.planned(experiencing.plan("officer"));
    }

    private static void morning() {
        Experiencing.now("2026-03-02T10:00:00");
    }
}
