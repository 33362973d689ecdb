package org.tiyanguan.rectification.entry;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.core.Download;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.ledger.Viewer;
import org.tiyanguan.security.CurrentUser;

/** The papers of an entry to download, for whoever sees the entry. */
@Controller
class CasePaperController {

    private final CaseFiles files;
    private final CasePapers papers;
    private final CurrentUser user;
    private final AuditLog audit;

    CasePaperController(CaseFiles files, CasePapers papers, CurrentUser user, AuditLog audit) {
        this.files = files;
        this.papers = papers;
        this.user = user;
        this.audit = audit;
    }

    @GetMapping("/ledger/{number}/parts/{part}/rectification.docx")
    ResponseEntity<byte[]> rectification(@PathVariable String number, @PathVariable long part) {
        CaseFile file = file(number);
        return paper(
                Optional.of(papers.rectificationNotice(file, line(file, part))),
                number + "-" + part + "-rectification.docx");
    }

    @GetMapping("/ledger/{number}/parts/{part}/supervision.docx")
    ResponseEntity<byte[]> supervision(@PathVariable String number, @PathVariable long part) {
        CaseFile file = file(number);
        return paper(
                papers.supervisionNotice(file, line(file, part), file.historyOf(part)),
                number + "-" + part + "-supervision.docx");
    }

    @GetMapping("/ledger/{number}/closing.docx")
    ResponseEntity<byte[]> closing(@PathVariable String number) {
        return paper(papers.closingNotice(file(number)), number + "-closing.docx");
    }

    private ResponseEntity<byte[]> paper(Optional<byte[]> paper, String name) {
        byte[] word = paper.orElseThrow(NotFound::new);
        audit.exported(name);
        return Download.word(word, name);
    }

    private CaseFile file(String number) {
        return files.find(Viewer.of(user), number).orElseThrow(NotFound::new);
    }

    private static CaseFile.PartLine line(CaseFile file, long part) {
        return file.parts().stream()
                .filter(line -> line.part().id() == part)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
