package org.tiyanguan.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The codes that people sign in with at the door. Each half-minute has its own, made of the event's secret: a picture
 * of it that is sent to somebody who is not there is old when it arrives.
 */
@Component
public class DoorCodes {

    private static final long MILLIS = 30_000;

    private static final int LENGTH = 12;

    private final Clock clock;

    DoorCodes(Clock clock) {
        this.clock = clock;
    }

    public String now(Event event) {
        return code(event, halfMinute());
    }

    /** Whether it is the present code or the one before, for who was quick. */
    boolean isNew(Event event, String code) {
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        long now = halfMinute();
        boolean present = MessageDigest.isEqual(given, code(event, now).getBytes(StandardCharsets.UTF_8));
        boolean before = MessageDigest.isEqual(given, code(event, now - 1).getBytes(StandardCharsets.UTF_8));
        return present || before;
    }

    private long halfMinute() {
        return clock.millis() / MILLIS;
    }

    private static String code(Event event, long halfMinute) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(event.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] made = mac.doFinal((event.number() + " " + halfMinute).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(made).substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
