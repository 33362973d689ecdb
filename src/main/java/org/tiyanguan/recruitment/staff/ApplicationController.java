package org.tiyanguan.recruitment.staff;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.CaseTasks;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.pictures.Room;
import org.tiyanguan.privacy.Masked;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationFiles.Content;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.Photo;
import org.tiyanguan.recruitment.RecruitmentHistory;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;

/** One application for centre, leader and its unit: what it says, its attachments, and the way to one's task. */
@Controller
class ApplicationController {

    private final Calls calls;
    private final Applications applications;
    private final ApplicationFiles files;
    private final Attachments attachments;
    private final Photo photos;
    private final Scan scans;
    private final Room room;
    private final Officers officers;
    private final Renewals renewals;
    private final RecruitmentHistory history;
    private final ApplicationAccess readers;
    private final CaseTasks tasks;
    private final CurrentUser user;
    private final People people;
    private final RecruitmentTexts texts;

    ApplicationController(
            Calls calls,
            Applications applications,
            ApplicationFiles files,
            Attachments attachments,
            Photo photos,
            Scan scans,
            Room room,
            Officers officers,
            Renewals renewals,
            RecruitmentHistory history,
            ApplicationAccess readers,
            CaseTasks tasks,
            CurrentUser user,
            People people,
            RecruitmentTexts texts) {
        this.calls = calls;
        this.applications = applications;
        this.files = files;
        this.attachments = attachments;
        this.photos = photos;
        this.scans = scans;
        this.room = room;
        this.officers = officers;
        this.renewals = renewals;
        this.history = history;
        this.readers = readers;
        this.tasks = tasks;
        this.user = user;
        this.people = people;
        this.texts = texts;
    }

    @GetMapping("/applications/{number}")
    String application(@PathVariable String number, Model model) {
        return page(readers.readable(number), false, model);
    }

    /** With phone, birth date, health, address and photo; each look is logged. */
    @PostMapping("/applications/{number}/whole")
    String whole(@PathVariable String number, Model model) {
        Application application = readers.readable(number);
        if (!readers.mayReadInFull()) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        readers.hasRead(number, "whole");
        return page(application, true, model);
    }

    private String page(Application application, boolean whole, Model model) {
        String number = application.number();
        model.addAttribute("candidate", application);
        model.addAttribute("call", calls.call(application.callNumber()));
        model.addAttribute("unit", application.unit() == null ? null : people.nameOfGroup(application.unit()));
        model.addAttribute("whole", whole);
        model.addAttribute("mayReadInFull", readers.mayReadInFull() && application.erasedAt() == null);
        model.addAttribute("birthDate", whole ? application.person().birthDate() : Masked.birthDate(application.person().birthDate()));
        model.addAttribute("phone", whole ? application.person().phone() : Masked.phone(application.person().phone()));
        model.addAttribute("email", whole ? application.person().email() : Masked.email(application.person().email()));
        model.addAttribute("health", whole ? application.person().health() : Masked.HIDDEN);
        model.addAttribute("address", whole ? application.person().address() : Masked.HIDDEN);
        model.addAttribute("photo", files.has(number, Kind.PHOTO));
        model.addAttribute("sealed", files.has(number, Kind.SEALED));
        model.addAttribute("attaches", attachments.mayAttach(application));
        model.addAttribute("officer", officers.of(number).orElse(null));
        model.addAttribute("renews", renewals.mayRenew(application));
        model.addAttribute(
                "opinion", readers.mayReadInFull() || application.state().isDecided());
        model.addAttribute("history", readers.mayReadInFull() ? history.of(number) : history.toldOf(number));
        model.addAttribute("task", task(number).orElse(null));
        return "recruitment/application";
    }

    /**
     * Where the links in mails lead: to the reader's own task in Tasklist, or else to what they may see of the case.
     */
    @GetMapping("/applications/{number}/task")
    String toTask(@PathVariable String number) {
        Optional<String> task = task(number);
        if (task.isPresent()) return "redirect:/camunda/app/tasklist/default/#/?task=" + task.get();
        if (applications.find(number).filter(readers::mayRead).isPresent()) return "redirect:/applications/{number}";
        return calls.find(number).filter(call -> call.state().isPublic()).isPresent()
                ? "redirect:/calls/{number}"
                : "redirect:/";
    }

    private Optional<String> task(String number) {
        return user.id().flatMap(id -> tasks.mostUrgentOf(number, id, user.groups()));
    }

    @PostMapping("/applications/{number}/files")
    ModelAndView attach(
            @PathVariable String number,
            @RequestParam Kind kind,
            @RequestParam(required = false) MultipartFile file,
            Model model,
            RedirectAttributes next) {
        Application application = readers.readable(number);
        try {
            if (!attachments.mayAttach(application)) throw texts.refusal("file", "settled");
            if (kind == Kind.PHOTO) attachments.attach(application, kind, new Content(Photo.TYPE, photos.read(file)));
            else attachScan(application, file);
            next.addFlashAttribute("done", texts.of("attached"));
            return new ModelAndView("redirect:/applications/" + number);
        } catch (Refusal refusal) {
            model.addAttribute("fault", refusal.getMessage());
            model.addAttribute("faultAt", kind);
            return new ModelAndView(
                    page(application, false, model), model.asMap(), HttpStatus.valueOf(refusal.status()));
        }
    }

    private void attachScan(Application application, MultipartFile file) {
        try (Room.Held held = room.hold(2 * Scan.LARGEST)) {
            attachments.attach(application, Kind.SEALED, scans.read(file));
        }
    }

    /** Whoever left no mail address, or lost the mail, gets another link from the centre. */
    @PostMapping("/applications/{number}/activation")
    String sendAnotherLink(@PathVariable String number, RedirectAttributes next) {
        if (!renewals.renew(readers.readable(number))) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        next.addFlashAttribute("done", texts.of("link-sent"));
        return "redirect:/applications/{number}";
    }
}
