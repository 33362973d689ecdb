package org.tiyanguan.recruitment;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.tiyanguan.DistinctPictures;
import org.tiyanguan.PageAct;
import org.tiyanguan.officer.Activations;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.web.FormTokens;

/** What applicants, those who object, centre, leader and new officers do on pages. */
@Component
class RecruitmentPageActs implements PageAct.All {

    private static final String PHONE = "13800138000";

    private final AtomicInteger people = new AtomicInteger();
    private final Recruiting recruiting;
    private final Officers officers;
    private final Activations activations;
    private final FormTokens tokens;
    private final JdbcClient jdbc;

    RecruitmentPageActs(
            Recruiting recruiting, Officers officers, Activations activations, FormTokens tokens, JdbcClient jdbc) {
        this.recruiting = recruiting;
        this.officers = officers;
        this.activations = activations;
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(
                new PageAct(
                        "/calls/{number}/apply",
                        null,
                        () -> typed(
                                        multipart("/calls/{n}/apply", opened()).file(photo("photo")),
                                        Recruiting.person("王小明"))
                                .param("token", tokens.make())),
                new PageAct("/calls/{number}/objections", null, () -> {
                    String call = opened();
                    recruiting.onNotice(call);
                    return post("/calls/{n}/objections", call)
                            .param("token", tokens.make())
                            .param("line", "1")
                            .param("name", "赵先生")
                            .param("phone", "13900139000")
                            .param("text", "此人已搬到外地，不在本市居住。");
                }),
                new PageAct(
                        "/applications/track",
                        null,
                        () -> own(post("/applications/track"), recruiting.applied(opened(), "王小明"))),
                new PageAct("/applications/track/complete", null, () -> {
                    String number = recruiting.applied(opened(), "王小明");
                    recruiting.complete(
                            "center",
                            number,
                            "center-check",
                            Map.of("check", "SEND_BACK", "missing", "请补充工作单位全称", "completionDays", 5));
                    return own(
                            typed(
                                    multipart("/applications/track/complete").file(photo("photo")),
                                    Recruiting.person("王小明")),
                            number);
                }),
                new PageAct("/applications/track/activate", null, () -> appointed("/applications/track/activate", "")),
                new PageAct(
                        "/applications/track/letter",
                        null,
                        () -> appointed("/applications/track/letter", "ren@example.org")),
                new PageAct("/applications/decisions", "leader", () -> {
                    String call = opened();
                    String[] numbers = {recruiting.applied(call, "王小明"), recruiting.applied(call, "李小红")};
                    for (String number : numbers) recruiting.propose(number);
                    return post("/applications/decisions")
                            .param("call", call)
                            .param("number", numbers)
                            .param("decision", "REFUSE")
                            .param("reason", "名额已满，欢迎下次报名");
                }),
                new PageAct(
                        "/applications/{number}/whole",
                        "center",
                        () -> post("/applications/{n}/whole", recruiting.applied(opened(), "王小明"))),
                new PageAct(
                        "/officers/{account}/whole",
                        "center",
                        () -> post(
                                "/officers/{a}/whole",
                                officers.of(appointed("ren@example.org")
                                                .get("number")
                                                .toString())
                                        .orElseThrow()
                                        .account())),
                new PageAct(
                        "/applications/{number}/files",
                        "center",
                        () -> multipart("/applications/{n}/files", recruiting.applied(opened(), "王小明"))
                                .file(photo("file"))
                                .param("kind", "PHOTO")),
                new PageAct(
                        "/applications/{number}/activation",
                        "center",
                        () -> post(
                                "/applications/{n}/activation",
                                appointed("ren@example.org").get("number"))),
                new PageAct("/activate/{token}", null, () -> {
                    String account = officers.of(appointed("ren@example.org").get("number"))
                            .orElseThrow()
                            .account();
                    return post(activations.path(account))
                            .param("password", "Sunny#2026")
                            .param("again", "Sunny#2026");
                }),
                new PageAct("/officer/settings", "officer", () -> {
                    jdbc.sql("delete from officer_tie where account = 'officer'")
                            .update();
                    return post("/officer/settings").param("phone", PHONE).param("ties", "gongan", "shebao");
                }));
    }

    private String opened() {
        Recruiting.now("2026-03-02T10:00:00");
        return recruiting.opened();
    }

    private AbstractMockHttpServletRequestBuilder<?> appointed(String path, String email) {
        return typed(post(path), appointed(email));
    }

    /** The number and the phone by which the new officer asks. */
    private Map<String, String> appointed(String email) {
        int one = people.incrementAndGet();
        String phone = "139%08d".formatted(one);
        String number = recruiting.appointed("新官" + "甲乙丙丁戊己庚辛壬癸".charAt(one % 10), phone, email);
        return Map.of("number", number, "mobile", phone);
    }

    private static AbstractMockHttpServletRequestBuilder<?> own(
            AbstractMockHttpServletRequestBuilder<?> request, String number) {
        return request.param("number", number).param("mobile", PHONE);
    }

    private static AbstractMockHttpServletRequestBuilder<?> typed(
            AbstractMockHttpServletRequestBuilder<?> request, Map<String, ?> fields) {
        new HashMap<>(fields).forEach((field, value) -> request.param(field, value.toString()));
        return request;
    }

    private static MockMultipartFile photo(String field) {
        return new MockMultipartFile(field, "photo.jpg", "image/jpeg", DistinctPictures.jpeg());
    }
}
