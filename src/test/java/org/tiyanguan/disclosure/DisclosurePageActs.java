package org.tiyanguan.disclosure;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tiyanguan.PageAct;

/** What the centre does about what is public. */
@Component
class DisclosurePageActs implements PageAct.All {

    private final Disclosures disclosures;

    DisclosurePageActs(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(new PageAct("/publicity", "center", () -> {
            // What is decided already changes nothing.
            boolean shown = disclosures.current().containsKey(PublicItem.NUMBERS);
            return post("/publicity").param("shown", shown ? "" : "numbers");
        }));
    }
}
