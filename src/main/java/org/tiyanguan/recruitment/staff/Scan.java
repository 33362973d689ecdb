package org.tiyanguan.recruitment.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.evidence.FileTypes;
import org.tiyanguan.pictures.BadPicture;
import org.tiyanguan.pictures.BadPicture.Fault;
import org.tiyanguan.pictures.PictureFaults;
import org.tiyanguan.pictures.Pictures;
import org.tiyanguan.recruitment.ApplicationFiles.Content;
import org.tiyanguan.recruitment.RecruitmentTexts;

/** Reads a scan with the unit's seal (盖章扫描件); it is kept as it is. */
@Component
class Scan {

    static final int LARGEST = 10 * 1024 * 1024;

    private final Pictures pictures;
    private final PictureFaults faults;
    private final RecruitmentTexts texts;

    Scan(Pictures pictures, PictureFaults faults, RecruitmentTexts texts) {
        this.pictures = pictures;
        this.faults = faults;
        this.texts = texts;
    }

    /** @throws Refusal at the field {@code file} */
    Content read(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) throw texts.refusal("file", "scan-missing");
        if (file.getSize() > LARGEST) throw texts.refusal("file", "scan-large");
        try {
            return new Content(type(file), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String type(MultipartFile file) {
        if (FileTypes.isPdf(file.getResource())) return FileTypes.PDF;
        try {
            pictures.check(file.getResource());
            return FileTypes.ofPicture(file.getResource());
        } catch (BadPicture bad) {
            if (bad.fault() == Fault.NONE) throw texts.refusal("file", "scan-type");
            throw new Refusal("file", faults.sentence(texts.of("photo.this"), bad));
        }
    }
}
