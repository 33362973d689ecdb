package org.tiyanguan.recruitment;

import org.springframework.stereotype.Component;
import org.tiyanguan.evidence.Pictures;
import org.tiyanguan.evidence.Pictures.BadPicture;

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
    private final Texts texts;

    Photo(Pictures pictures, Texts texts) {
        this.pictures = pictures;
        this.texts = texts;
    }

    /** @throws org.tiyanguan.engine.Refusal at the field {@code photo} */
    byte[] read(byte[] file) {
        if (file.length == 0) throw texts.refusal("photo", "photo-missing");
        if (file.length > MAX_BYTES) throw texts.refusal("photo", "photo-large");
        try {
            return pictures.cut(file, WIDTH, HEIGHT);
        } catch (BadPicture bad) {
            throw texts.refusal("photo", switch (bad.fault()) {
                case NONE -> "photo-type";
                case TOO_LARGE -> "photo-large";
                case TOO_SMALL -> "photo-small";
            });
        }
    }
}
