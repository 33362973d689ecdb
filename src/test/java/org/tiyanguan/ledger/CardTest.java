package org.tiyanguan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CardTest {

    @Test
    void the_heaviest_of_several_cards_counts() {
        assertThat(Card.heaviest(Stream.of(Card.YELLOW, null, Card.RED))).isEqualTo(Card.RED);
        assertThat(Card.heaviest(Stream.of(null, Card.YELLOW))).isEqualTo(Card.YELLOW);
        assertThat(Card.heaviest(Stream.of((Card) null))).isNull();
    }

    @Test
    void the_alphabet_has_the_heavier_card_first_as_the_database_is_asked_by_it() {
        assertThat(Arrays.stream(Card.values()).map(Card::name)).isSortedAccordingTo(Comparator.reverseOrder());
    }
}
