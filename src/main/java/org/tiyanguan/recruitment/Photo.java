package org.tiyanguan.recruitment;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.pictures.BadPicture;
import org.tiyanguan.pictures.PictureFaults;
import org.tiyanguan.pictures.Pictures;

/** Reads a portrait photo (个人证件照) that somebody sent, and makes what is kept and printed from it. */
@Component
public class Photo {

    /** The media type of what is kept. */
    public static final String TYPE = Pictures.TYPE;

    private static final int MAX_BYTES = 5 * 1024 * 1024;

    /** 25 mm × 35 mm (一寸) at 300 dots an inch. */
    private static final int WIDTH = 295;

    private static final int HEIGHT = 413;

    private final Pictures pictures;
    private final PictureFaults faults;
    private final RecruitmentTexts texts;

    Photo(Pictures pictures, PictureFaults faults, RecruitmentTexts texts) {
        this.pictures = pictures;
        this.faults = faults;
        this.texts = texts;
    }

    /**
     * @param file null if none was chosen
     * @throws org.tiyanguan.core.Refusal at the field {@code photo}, or if too many send pictures at this moment
     */
    public byte[] read(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) throw texts.refusal("photo", "photo-missing");
        if (file.getSize() > MAX_BYTES) throw texts.refusal("photo", "photo-large");
        try {
            return pictures.cut(file.getResource(), WIDTH, HEIGHT);
        } catch (BadPicture bad) {
            throw new Refusal("photo", faults.sentence(texts.of("photo.this"), bad));
        }
    }
}
