package org.tiyanguan.staffing;

import org.springframework.stereotype.Component;
import org.tiyanguan.colleague.GivenBack;

/** Lets a test do what the program does by itself when a day is over. */
@Component
public class EndedRights {

    private final Vacancies vacancies;
    private final GivenBack givenBack;

    EndedRights(Vacancies vacancies, GivenBack givenBack) {
        this.vacancies = vacancies;
        this.givenBack = givenBack;
    }

    public void endOfDay() {
        givenBack.now();
        vacancies.tidyUp();
    }
}
