package org.tiyanguan.event.paper;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tiyanguan.core.Download;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventKind;
import org.tiyanguan.event.Invitation;
import org.tiyanguan.event.page.EventPages;
import org.tiyanguan.security.CurrentUser;

/** The papers of an event, for whoever sees the event; those with officers' names for centre and leader. */
@Controller
class EventPaperController {

    private final EventPages pages;
    private final EventPapers papers;
    private final CurrentUser user;

    EventPaperController(EventPages pages, EventPapers papers, CurrentUser user) {
        this.pages = pages;
        this.papers = papers;
        this.user = user;
    }

    @GetMapping("/events/{number}/notice.docx")
    ResponseEntity<byte[]> notice(@PathVariable String number) {
        Event event = announced(pages.ofStaff(number).event());
        return Download.word(papers.notice(event), number + "-notice.docx");
    }

    @GetMapping("/events/{number}/sign-in.docx")
    ResponseEntity<byte[]> signInSheet(@PathVariable String number) {
        Event event = announced(pages.ofStaff(number).event());
        if (!user.seesEverything()) throw new NotFound();
        return Download.word(papers.signInSheet(event), number + "-sign-in.docx");
    }

    /** @param copy {@code departments} for the copy that goes out; departments and units get no other */
    @GetMapping("/events/{number}/minutes.docx")
    ResponseEntity<byte[]> minutes(@PathVariable String number, @RequestParam(defaultValue = "") String copy) {
        EventPages.View view = pages.ofStaff(number);
        if (view.minutes() == null) throw new NotFound();
        boolean goesOut = !user.seesEverything() || copy.equals("departments");
        byte[] paper = goesOut ? papers.minutesForDepartments(view.event()) : papers.minutes(view.event());
        return Download.word(paper, number + "-minutes.docx");
    }

    @GetMapping("/officer/events/{number}/certificate.docx")
    ResponseEntity<byte[]> certificate(@PathVariable String number) {
        EventPages.View view = pages.ofOfficer(number);
        Invitation own = view.own();
        boolean trained = view.event().kind() == EventKind.TRAINING
                && view.event().state().isHeld();
        if (own == null || !trained || !own.isPresent()) throw new NotFound();
        return Download.word(papers.certificate(view.event(), own), number + "-certificate.docx");
    }

    private static Event announced(Event event) {
        if (!event.state().isAnnounced()) throw new NotFound();
        return event;
    }
}
