package org.tiyanguan.recruitment;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.tiyanguan.engine.Refusal;
import org.tiyanguan.evidence.BadPicture;
import org.tiyanguan.evidence.PictureFaults;
import org.tiyanguan.evidence.Pictures;

/** Reads a portrait photo (个人证件照) as somebody sent it, and makes of it what is kept and printed. */
@Component
class Photo {

    /** Of what is kept. */
    static final String TYPE = Pictures.TYPE;

    private static final int MAX_BYTES = 5 * 1024 * 1024;

    /** 25 mm × 35 mm (一寸) at 300 dots an inch. */
    private static final int WIDTH = 295;

    private static final int HEIGHT = 413;

    private final Pictures pictures;
    private final PictureFaults faults;
    private final Texts texts;

    Photo(Pictures pictures, PictureFaults faults, Texts texts) {
        this.pictures = pictures;
        this.faults = faults;
        this.texts = texts;
    }

    /**
     * @param file null if none was chosen
     * @throws org.tiyanguan.engine.Refusal at the field {@code photo}, or if too many send pictures at this moment
     */
    byte[] read(MultipartFile file) {
        if (file == null || file.isEmpty()) throw texts.refusal("photo", "photo-missing");
        if (file.getSize() > MAX_BYTES) throw texts.refusal("photo", "photo-large");
        try {
            return pictures.cut(file.getResource(), WIDTH, HEIGHT);
        } catch (BadPicture bad) {
            throw new Refusal("photo", faults.sentence(texts.of("photo.this"), bad));
        }
    }
}
