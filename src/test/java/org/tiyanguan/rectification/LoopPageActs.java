package org.tiyanguan.rectification;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tiyanguan.Acting;
import org.tiyanguan.DistinctPictures;
import org.tiyanguan.PageAct;
import org.tiyanguan.evidence.EvidenceBoxes;
import org.tiyanguan.ledger.list.SavedLists;
import org.tiyanguan.notification.MailRefusals;

/** What people do about entries on pages, in Tasklist's panel and with what they were told. */
@Component
class LoopPageActs implements PageAct.All {

    private static final String COLLEAGUES =
            "/camunda/api/colleagues/{taskId}/{act:hand-over|take-over|delegate|give-back|take-back|lay-back|ask-opinion|copy}";

    private final Loop loop;
    private final TaskService tasks;
    private final Acting acting;
    private final SavedLists views;
    private final EvidenceBoxes boxes;
    private final MailRefusals refusals;
    private final JdbcClient jdbc;

    LoopPageActs(
            Loop loop,
            TaskService tasks,
            Acting acting,
            SavedLists views,
            EvidenceBoxes boxes,
            MailRefusals refusals,
            JdbcClient jdbc) {
        this.loop = loop;
        this.tasks = tasks;
        this.acting = acting;
        this.views = views;
        this.boxes = boxes;
        this.refusals = refusals;
        this.jdbc = jdbc;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(
                        Stream.of("urge", "supervise", "withdraw").map(this::onEntry), onPart(), colleagues(), others())
                .flatMap(acts -> acts);
    }

    private PageAct onEntry(String act) {
        return new PageAct(
                "/ledger/{number}/{act:urge|supervise|withdraw}",
                act,
                "center",
                () -> post("/ledger/{n}/{act}", assigned(), act).param("reason", "反映人已撤回，请停止办理"));
    }

    private Stream<PageAct> onPart() {
        String path = "/ledger/{number}/parts/{id}/{act:transfer|reschedule}";
        return Stream.of(
                new PageAct(
                        path,
                        "transfer",
                        "center",
                        () -> onPart(assigned(), "transfer").param("department", "shebao")),
                new PageAct(
                        path,
                        "reschedule",
                        "center",
                        () -> onPart(assigned(), "reschedule").param("until", "2026-04-01")));
    }

    private MockHttpServletRequestBuilder onPart(String number, String act) {
        return post("/ledger/{n}/parts/{id}/{act}", number, loop.part(number).id(), act)
                .param("reason", "职责调整，重新安排");
    }

    private Stream<PageAct> colleagues() {
        return Stream.of("hand-over", "delegate", "lay-back", "ask-opinion", "copy", "give-back")
                .map(act -> new PageAct(COLLEAGUES, act, act.equals("give-back") ? "gongan-head" : "gongan", () -> {
                    morning();
                    String task =
                            loop.task(loop.rectifying(), "department-rectify").getId();
                    if (act.equals("give-back")) delegate(task, "gongan", "gongan-head");
                    return colleague(task, act);
                }));
    }

    private void delegate(String task, String owner, String colleague) {
        acting.as(owner, () -> {
            tasks.setOwner(task, owner);
            tasks.delegateTask(task, colleague);
            return null;
        });
    }

    private static MockHttpServletRequestBuilder colleague(String task, String act) {
        return post("/camunda/api/colleagues/{task}/{act}", task, act)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"colleague\":\"gongan-head\",\"note\":\"请您看看怎么办\"}");
    }

    private Stream<PageAct> others() {
        return Stream.of(
                new PageAct("/officer/{number}/confirm", "officer", () -> {
                    morning();
                    return post("/officer/{n}/confirm", loop.confirming())
                            .param("confirmation", "CONFIRM")
                            .param("rating", "5");
                }),
                new PageAct(
                        "/ledger/{number}/reopen",
                        "center",
                        () -> post("/ledger/{n}/reopen", closed())
                                .param("reason", "窗口又排起了长队")
                                .param("channel", "VISIT")),
                new PageAct(
                        "/officer/{number}/reopen",
                        "officer",
                        () -> post("/officer/{n}/reopen", closed()).param("reason", "窗口又排起了长队")),
                new PageAct(
                        "/ledger/{number}/public-text",
                        "center",
                        () -> post("/ledger/{n}/public-text", assigned())
                                .param("title", "排队过久")
                                .param("description", "取号后等了很久，只开了一个窗口。")
                                .param("place", "二楼")
                                .param("serviceItem", "户口迁移")),
                new PageAct(
                        "/ledger/bulk",
                        "center",
                        () -> post("/ledger/bulk")
                                .param("act", "URGE")
                                .param("which", "CHOSEN")
                                .param("number", assigned(), assigned())
                                .param("reason", "请抓紧办理")),
                new PageAct("/ledger/views", "center", () -> {
                    views.of("center").forEach(view -> views.remove("center", view.id()));
                    return post("/ledger/views").param("name", "常看的").param("query", "state=TRIAGE");
                }),
                new PageAct("/ledger/views/remove", "center", () -> {
                    views.save("center", "不再看的", "state=CLOSED");
                    long id = views.of("center").stream()
                            .filter(view -> view.name().equals("不再看的"))
                            .findFirst()
                            .orElseThrow()
                            .id();
                    return post("/ledger/views/remove").param("id", "" + id);
                }),
                new PageAct(
                        "/evidence/{token}",
                        "center",
                        () -> multipart(boxes.path(assigned()))
                                .file(new MockMultipartFile("files", "a.jpg", "image/jpeg", DistinctPictures.jpeg()))
                                .file(new MockMultipartFile("files", "b.jpg", "image/jpeg", DistinctPictures.jpeg()))),
                new PageAct("/notices/read", "center", () -> {
                    jdbc.sql("update notice set read_at = created_at where recipient = 'center'")
                            .update();
                    assigned();
                    return post("/notices/read");
                }),
                new PageAct("/notices/settings", "center", () -> {
                    refusals.change("center", List.of());
                    return post("/notices/settings").param("mails", "triage");
                }));
    }

    private String closed() {
        morning();
        String number = loop.confirming();
        loop.complete("officer", number, "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5"));
        return number;
    }

    private String assigned() {
        morning();
        return loop.assigned("gongan");
    }

    private static void morning() {
        Loop.now("2026-03-02T10:00:00");
    }
}
