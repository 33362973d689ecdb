package org.tiyanguan.annual;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tiyanguan.PageAct;

/** What centre and officers do about a year's summary. */
@Component
class AnnualPageActs implements PageAct.All {

    private final Summing summing;

    AnnualPageActs(Summing summing) {
        this.summing = summing;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(
                new PageAct("/annual", "center", () -> {
                    begins();
                    return post("/annual").param("year", "2026");
                }),
                new PageAct(
                        "/annual/{year:\\d{4}}/draft",
                        "center", () -> {
                            opened();
                            return post("/annual/2026/draft")
                                    .param("revision-NEXT", "1")
                                    .param("text-NEXT", "明年再看。");
                        }),
                new PageAct(
                        "/annual/{year:\\d{4}}/corrections",
                        "center", () -> {
                            begins();
                            summing.issued();
                            return post("/annual/2026/corrections").param("reason", "第二节的返工率写错了");
                        }),
                new PageAct("/officer/annual/{year}", "officer", () -> {
                    opened();
                    return post("/officer/annual/2026").param("opinionText", "希望多安排周末体验");
                }));
    }

    private void opened() {
        begins();
        summing.opened();
    }

    private void begins() {
        Summing.now("2026-12-01T09:00:00");
        summing.afresh();
    }
}
