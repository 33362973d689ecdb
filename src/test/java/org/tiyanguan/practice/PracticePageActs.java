package org.tiyanguan.practice;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tiyanguan.PageAct;

/** What centre and officers do about practices on pages. */
@Component
class PracticePageActs implements PageAct.All {

    private final Practising practising;

    PracticePageActs(Practising practising) {
        this.practising = practising;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(
                new PageAct(
                        "/ledger/{number}/nominate",
                        "center",
                        () -> post("/ledger/{n}/nominate", rectified()).param("why", "")),
                new PageAct(
                        "/officer/{number}/nominate",
                        "officer",
                        () -> post("/officer/{n}/nominate", rectified()).param("why", "现在很快就办好了")),
                new PageAct("/officer/practices/{number}/consent", "officer", () -> {
                    Practising.now("2026-03-02T10:00:00");
                    return post("/officer/practices/{n}/consent", practising.consenting())
                            .param("consent", "YES");
                }));
    }

    private String rectified() {
        Practising.now("2026-03-02T10:00:00");
        return practising.rectified();
    }
}
