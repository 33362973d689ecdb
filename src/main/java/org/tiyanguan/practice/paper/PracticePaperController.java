package org.tiyanguan.practice.paper;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tiyanguan.core.Download;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.practice.PracticeText;
import org.tiyanguan.practice.page.PracticePages;

/** The paper of a practice, for staff who see it. */
@Controller
class PracticePaperController {

    private final PracticePages pages;
    private final PracticePapers papers;

    PracticePaperController(PracticePages pages, PracticePapers papers) {
        this.pages = pages;
        this.papers = papers;
    }

    @GetMapping("/practices/{number}/material.docx")
    ResponseEntity<byte[]> material(@PathVariable String number, @RequestParam(defaultValue = "false") boolean draft) {
        PracticePages.View view = pages.find(number, draft);
        PracticeText text = view.text();
        if (text == null || view.practice().withdrawnAt() != null) throw new NotFound();
        return Download.word(papers.material(view, text), number + "-material.docx");
    }
}
