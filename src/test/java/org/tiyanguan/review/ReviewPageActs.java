package org.tiyanguan.review;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tiyanguan.PageAct;
import org.tiyanguan.officer.OfficerCategory;

/** What centre, units and officers do about reviews. */
@Component
class ReviewPageActs implements PageAct.All {

    private final Reviewing reviewing;

    ReviewPageActs(Reviewing reviewing) {
        this.reviewing = reviewing;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(
                new PageAct(
                        "/reviews/new",
                        "opened",
                        "center",
                        () -> post("/reviews/new")
                                .param("officer", serving())
                                .param("cause", "TIE")
                                .param("reason", "新任职")),
                new PageAct(
                        "/reviews/new",
                        "withdrawn",
                        "unit",
                        () -> post("/reviews/new").param("officer", serving()).param("reason", "岗位调整")),
                new PageAct("/officer/reviews", "officer", () -> {
                    reviewing.inOffice("officer");
                    return post("/officer/reviews").param("reason", "工作调动");
                }),
                new PageAct(
                        "/officer/reviews/{number}/duty-report",
                        "officer",
                        () -> post("/officer/reviews/{n}/duty-report", opened()).param("dutyReport", "参加体验六次。")),
                new PageAct("/officer/reviews/{number}/objection", "officer", () -> {
                    String number = opened();
                    reviewing.reports("officer", number);
                    reviewing.judges(number, "PASS", "WARN", "没有及时申报关联");
                    return post("/officer/reviews/{n}/objection", number).param("objection", "已经申报过");
                }),
                new PageAct("/officer/reviews/{number}/appraisal", "officer", () -> {
                    String number = opened();
                    reviewing.reports("officer", number);
                    reviewing.judges(number, "PASS", "RENEW", "情况正常");
                    return post("/officer/reviews/{n}/appraisal", number).param("agreed", "true");
                }));
    }

    private String opened() {
        reviewing.inOffice("officer");
        return reviewing.opened("officer", Cause.TIE);
    }

    private String serving() {
        return reviewing.officer(OfficerCategory.PUBLIC, "2025-03-01", "2036-12-31");
    }
}
