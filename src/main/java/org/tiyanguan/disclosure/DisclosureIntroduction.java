package org.tiyanguan.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.figures.PublicFigures;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.web.Navigation;
import org.tiyanguan.web.Place;
import org.tiyanguan.web.PublicNumbers;

/** What the room announces to those below: its page, and the numbers of the year on the first page. */
@Component
@Order(60)
class DisclosureIntroduction implements Navigation, PublicNumbers {

    private final Disclosures disclosures;
    private final PublicFigures figures;
    private final Clock clock;
    private final Texts texts;

    DisclosureIntroduction(Disclosures disclosures, PublicFigures figures, Clock clock, Texts texts) {
        this.disclosures = disclosures;
        this.figures = figures;
        this.clock = clock;
        this.texts = texts;
    }

    @Override
    public List<Place> places(CurrentUser user) {
        return user.seesEverything() ? List.of(new Place("publicity", "/publicity", 59)) : List.of();
    }

    @Override
    public List<PublicNumber> publicNumbers() {
        if (!disclosures.current().containsKey(PublicItem.NUMBERS)) return List.of();
        int year = LocalDate.now(clock).minusMonths(1).getYear();
        return figures.numbers(year).stream()
                .map(number -> new PublicNumber(
                        texts.of("public.number." + number.id()),
                        number.text(),
                        texts.of("public.number-unit." + number.id())))
                .toList();
    }
}
