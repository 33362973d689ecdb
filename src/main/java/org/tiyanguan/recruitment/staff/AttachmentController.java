package org.tiyanguan.recruitment.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.pictures.Room;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationFiles.Content;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.Photo;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** Takes photos and scans that unit or centre put to an application. */
@Controller
class AttachmentController {

    private final ApplicationAccess access;
    private final Attachments attachments;
    private final Photo photos;
    private final Scan scans;
    private final Room room;
    private final ApplicationPage page;
    private final RecruitmentTexts texts;

    AttachmentController(
            ApplicationAccess access,
            Attachments attachments,
            Photo photos,
            Scan scans,
            Room room,
            ApplicationPage page,
            RecruitmentTexts texts) {
        this.access = access;
        this.attachments = attachments;
        this.photos = photos;
        this.scans = scans;
        this.room = room;
        this.page = page;
        this.texts = texts;
    }

    @PostMapping("/applications/{number}/files")
    ModelAndView attach(
            @PathVariable String number,
            @RequestParam Kind kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next) {
        Application application = access.readable(number);
        try {
            if (!attachments.mayAttach(application)) throw texts.refusal("file", "settled");
            if (kind == Kind.PHOTO) attachments.attach(application, kind, new Content(Photo.TYPE, photos.read(file)));
            else attachScan(application, file);
            next.addFlashAttribute("done", texts.of("attached"));
            return new ModelAndView("redirect:/applications/" + number);
        } catch (Refusal refusal) {
            return page.of(application, false, HttpStatus.valueOf(refusal.status()))
                    .addObject("fault", refusal.getMessage())
                    .addObject("faultAt", kind);
        }
    }

    private void attachScan(Application application, @Nullable MultipartFile file) {
        try (Room.Held held = room.hold(2 * Scan.LARGEST)) {
            attachments.attach(application, Kind.SEALED, scans.read(file));
        }
    }
}
