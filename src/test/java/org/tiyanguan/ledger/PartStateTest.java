package org.tiyanguan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Which parts count for what, the same way in Java and in SQL. */
class PartStateTest {

    @Test
    void open_is_what_the_department_still_has_to_do_something_about() {
        assertThat(those(PartState::isOpen)).containsExactly(PartState.ACCEPT, PartState.RECTIFY);
        assertThat(PartState.open("p")).isEqualTo("p.state in ('ACCEPT', 'RECTIFY')");
    }

    @Test
    void what_a_department_gave_back_or_lost_is_not_its_own() {
        assertThat(those(state -> !state.isOwn())).containsExactly(PartState.SENT_BACK, PartState.TRANSFERRED);
        assertThat(PartState.own("p")).isEqualTo("p.state not in ('SENT_BACK', 'TRANSFERRED')");
    }

    @Test
    void what_ended_with_its_case_does_not_count_either() {
        assertThat(those(PartState::isEffective)).containsExactly(PartState.ACCEPT, PartState.RECTIFY, PartState.DONE);
        assertThat(PartState.effective("p")).isEqualTo("p.state not in ('SENT_BACK', 'TRANSFERRED', 'WITHDRAWN')");
    }

    private static PartState[] those(Predicate<PartState> which) {
        return Arrays.stream(PartState.values()).filter(which).toArray(PartState[]::new);
    }
}
