package org.tiyanguan.pictures;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what is wrong with a picture, and what its sender can do about it. */
@Component
public class PictureFaults {

    private final MessageSource messages;

    PictureFaults(MessageSource messages) {
        this.messages = messages;
    }

    /** @param subject what the sentence begins with, such as “第 2 个” */
    public String sentence(String subject, BadPicture bad) {
        return messages.getMessage(
                "evidence.picture." + bad.fault(), new Object[] {subject, bad.format()}, Locale.CHINA);
    }
}
