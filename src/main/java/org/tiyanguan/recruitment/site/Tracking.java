package org.tiyanguan.recruitment.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Phone;
import org.tiyanguan.recruitment.Application;
import org.tiyanguan.recruitment.Applications;
import org.tiyanguan.recruitment.Objections;
import org.tiyanguan.recruitment.RecruitmentTexts;
import org.tiyanguan.security.TooManyTries;

/** Finds an application or an objection for whoever knows its number and phone, which they type with each act. */
@Component
class Tracking {

    private final Applications applications;
    private final Objections objections;
    private final Throttle throttle;
    private final RecruitmentTexts texts;

    Tracking(Applications applications, Objections objections, Throttle throttle, RecruitmentTexts texts) {
        this.applications = applications;
        this.objections = objections;
        this.throttle = throttle;
        this.texts = texts;
    }

    /** Whether the number that was typed is one of an objection's. */
    static boolean isOfObjection(Map<String, String> typed) {
        return number(typed).startsWith("YY-");
    }

    /** @throws org.tiyanguan.core.Refusal if number and phone are none of a pair, or were guessed too often */
    Application application(Map<String, String> typed, HttpServletRequest request) {
        return known(
                () -> applications
                        .find(number(typed))
                        .filter(found -> phone(typed).equals(found.person().phone())),
                typed,
                request);
    }

    /** @throws org.tiyanguan.core.Refusal as for {@link #application} */
    Objections.Objection objection(Map<String, String> typed, HttpServletRequest request) {
        return known(
                () -> objections
                        .find(number(typed))
                        .filter(found -> phone(typed).equals(found.phone())),
                typed,
                request);
    }

    /** The answer neither says which of the two is wrong nor whether there is such a number. */
    private <T> T known(Supplier<Optional<T>> pair, Map<String, String> typed, HttpServletRequest request) {
        AtomicReference<T> found = new AtomicReference<>();
        try {
            throttle.isRight(number(typed), request.getRemoteAddr(), () -> {
                pair.get().ifPresent(found::set);
                return found.get() != null;
            });
        } catch (TooManyTries guesses) {
            throw texts.refusal(null, "asked-too-often");
        }
        if (found.get() == null) throw texts.refusal(null, "unknown");
        return found.get();
    }

    private static String number(Map<String, String> typed) {
        return typed.getOrDefault("number", "").strip().toUpperCase(Locale.ROOT);
    }

    private static String phone(Map<String, String> typed) {
        return Phone.keptOr(typed.getOrDefault("mobile", "").strip());
    }
}
