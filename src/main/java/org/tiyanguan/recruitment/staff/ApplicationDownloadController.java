package org.tiyanguan.recruitment.staff;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tiyanguan.core.Download;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.officer.Letters;
import org.tiyanguan.officer.Officer;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.ApplicationFiles;
import org.tiyanguan.recruitment.ApplicationFiles.Content;
import org.tiyanguan.recruitment.ApplicationFiles.Kind;
import org.tiyanguan.recruitment.Calls;
import org.tiyanguan.recruitment.PrintedForms;
import org.tiyanguan.recruitment.RecruitmentCall;

/** Hands out photo, scan, printed forms and letters; each download is logged. */
@Controller
class ApplicationDownloadController {

    private final Calls calls;
    private final ApplicationFiles files;
    private final Officers officers;
    private final Letters letters;
    private final PrintedForms prints;
    private final ApplicationAccess access;

    ApplicationDownloadController(
            Calls calls,
            ApplicationFiles files,
            Officers officers,
            Letters letters,
            PrintedForms prints,
            ApplicationAccess access) {
        this.calls = calls;
        this.files = files;
        this.officers = officers;
        this.letters = letters;
        this.prints = prints;
        this.access = access;
    }

    @GetMapping("/applications/{number}/photo")
    ResponseEntity<byte[]> photo(@PathVariable String number) {
        return file(number, Kind.PHOTO, "photo");
    }

    @GetMapping("/applications/{number}/sealed")
    ResponseEntity<byte[]> sealed(@PathVariable String number) {
        return file(number, Kind.SEALED, "sealed");
    }

    private ResponseEntity<byte[]> file(String number, Kind kind, String name) {
        access.readable(number);
        Content file = files.find(number, kind).orElseThrow(NotFound::new);
        access.hasRead(number, name);
        MediaType type = MediaType.parseMediaType(file.type());
        String fileName = number + "-" + name + "." + type.getSubtype();
        return kind == Kind.PHOTO
                ? Download.picture(file.content(), type, fileName)
                : Download.file(file.content(), type, fileName);
    }

    @GetMapping("/applications/{number}/annex.docx")
    ResponseEntity<byte[]> annex(@PathVariable String number) {
        Application application = access.readable(number);
        if (application.erasedAt() != null) throw new NotFound();
        access.hasRead(number, "annex");
        return Download.word(prints.annex(application, access.mayReadInFull()), prints.nameOfAnnex(application));
    }

    @GetMapping("/applications/{number}/letter.docx")
    ResponseEntity<byte[]> letter(@PathVariable String number) {
        Application application = access.readable(number);
        Officer officer = officers.of(number).orElseThrow(NotFound::new);
        access.hasRead(number, "letter");
        return Download.word(letters.print(officer), prints.nameOfLetter(application));
    }

    /** All forms and letters of a call. */
    @GetMapping("/applications/forms.zip")
    ResponseEntity<byte[]> all(@RequestParam String call) {
        if (!access.mayReadInFull()) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        RecruitmentCall found = calls.find(call).orElseThrow(NotFound::new);
        access.hasRead(call, "zip");
        return Download.file(prints.all(found), new MediaType("application", "zip"), found.number() + ".zip");
    }
}
