package org.tiyanguan.pictures;

import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;

/** Says what is wrong with a picture, and what its sender can do about it. */
@Component
public class PictureFaults {

    private final Texts texts;

    PictureFaults(Texts texts) {
        this.texts = texts;
    }

    /** @param subject what the sentence begins with, such as “第 2 个” */
    public String sentence(String subject, BadPicture bad) {
        return texts.of("evidence.picture." + bad.fault(), subject, bad.format());
    }
}
