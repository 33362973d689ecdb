package org.tiyanguan.recruitment.site;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.tiyanguan.gate.Network;
import org.tiyanguan.recruitment.RecruitmentSettings;
import org.tiyanguan.security.Tries;
import org.tiyanguan.web.FormThrottle;

/**
 * How often one address may send what needs no login: a family, or an office behind one address, gets through; a script
 * that guesses numbers and phones does not. Each node counts forms for itself; guesses are counted in the database.
 */
@Component
class Throttle {

    /** How many times more guesses of one number are allowed from everywhere than from one address. */
    private static final int WIDER_BY_NUMBER = 10;

    private final RecruitmentSettings settings;
    private final Tries tries;
    private final FormThrottle forms;

    Throttle(RecruitmentSettings settings, Tries tries) {
        this.settings = settings;
        this.tries = tries;
        this.forms = new FormThrottle(settings.formsAnHour());
    }

    boolean maySend(String address) {
        return forms.maySend(address);
    }

    /**
     * Whether what opens the number is right; whoever knows it is never in the way of others at the same address.
     *
     * @throws org.tiyanguan.core.Refusal after too many wrong pairs
     */
    boolean isRight(String number, String address, BooleanSupplier pair) {
        return tries.check(
                List.of(
                        new Tries.Limit("track from " + Network.of(address), settings.guessesAnHour(), true),
                        new Tries.Limit("track " + number, settings.guessesAnHour() * WIDER_BY_NUMBER, true)),
                pair);
    }
}
