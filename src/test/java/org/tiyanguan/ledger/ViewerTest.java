package org.tiyanguan.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.Roles;

/** Who sees what of the ledger. */
class ViewerTest {

    private static final Viewer CENTER = new Viewer(true, true, List.of());

    private static final Viewer GONGAN = new Viewer(false, false, List.of("gongan"));

    @Test
    void centre_and_leader_see_everything_and_the_centre_acts() {
        assertThat(Viewer.of(user(true, true, List.of()))).isEqualTo(new Viewer(true, true, List.of()));
        assertThat(Viewer.of(user(true, false, List.of()))).isEqualTo(new Viewer(true, false, List.of()));
        assertThat(Viewer.isOne(user(true, false, List.of()))).isTrue();
    }

    @Test
    void a_department_looks_at_the_ledger_and_nobody_else_does() {
        assertThat(Viewer.of(user(false, false, List.of("gongan")))).isEqualTo(GONGAN);
        assertThat(Viewer.isOne(user(false, false, List.of("gongan")))).isTrue();
        assertThat(Viewer.isOne(user(false, false, List.of()))).isFalse();
        CurrentUser officer = user(false, false, List.of());
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> Viewer.of(officer));
    }

    @Test
    void a_department_asks_for_its_own_parts_whatever_it_asks_for() {
        assertThat(CENTER.scope(null)).isEmpty();
        assertThat(CENTER.scope("shebao")).containsExactly("shebao");
        assertThat(GONGAN.scope(null)).containsExactly("gongan");
        assertThat(GONGAN.scope("shebao")).containsExactly("gongan");
    }

    @Test
    void a_department_sees_its_own_parts_while_they_are_its_own() {
        for (PartState state : PartState.values()) {
            assertThat(CENTER.sees(part("shebao", state))).as("%s", state).isTrue();
            assertThat(GONGAN.sees(part("gongan", state))).as("%s", state).isEqualTo(state.isOwn());
            assertThat(GONGAN.sees(part("shebao", state))).as("%s", state).isFalse();
        }
        assertThat(GONGAN.sees(part("gongan", PartState.RECTIFY))).isTrue();
        assertThat(GONGAN.sees(part("gongan", PartState.TRANSFERRED))).isFalse();
    }

    @Test
    void what_stays_among_colleagues_is_theirs_to_know() {
        assertThat(GONGAN.sees(event(null))).isTrue();
        assertThat(GONGAN.sees(event(Roles.department("gongan")))).isTrue();
        assertThat(GONGAN.sees(event(Roles.department("shebao")))).isFalse();
        assertThat(CENTER.sees(event(Roles.department("shebao")))).isTrue();
    }

    @Test
    void a_department_reads_the_public_words_and_tells_entries_apart_by_its_part() {
        assertThat(CENTER.wording("title")).isEqualTo("e.title");
        assertThat(GONGAN.wording("title")).isEqualTo("e.public_title");
        assertThat(CENTER.states()).contains("TRIAGE", "CLOSED").doesNotContain("DONE");
        assertThat(GONGAN.states()).contains("DONE", "CLOSED").doesNotContain("TRIAGE");
        assertThat(CENTER.labelOf("RECTIFY")).isEqualTo("state.RECTIFY");
        assertThat(GONGAN.labelOf("RECTIFY")).isEqualTo("part-state.RECTIFY");
        assertThat(GONGAN.labelOf("CLOSED")).isEqualTo("state.CLOSED");
    }

    private static CurrentUser user(boolean seesEverything, boolean center, List<String> departments) {
        CurrentUser user = mock(CurrentUser.class);
        when(user.seesEverything()).thenReturn(seesEverything);
        when(user.is(Roles.CENTER)).thenReturn(center);
        when(user.departments()).thenReturn(departments);
        return user;
    }

    private static Part part(String department, PartState state) {
        return new Part(
                1,
                "TYG-2026-000001",
                department,
                1,
                "",
                state,
                null,
                2,
                10,
                2,
                null,
                null,
                null,
                0,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static LedgerHistory.Event event(String among) {
        return new LedgerHistory.Event(null, null, "", LedgerHistory.ActorRole.DEPARTMENT, Act.ASSIGN, "", among);
    }
}
