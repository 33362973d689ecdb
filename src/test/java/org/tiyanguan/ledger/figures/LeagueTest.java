package org.tiyanguan.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tiyanguan.ledger.figures.League.Measure;

class LeagueTest {

    @Test
    void equal_shares_share_a_place_and_the_one_with_more_entries_is_written_first() {
        assertThat(places(
                        Measure.TIMELY,
                        timely("a", 8, 2),
                        timely("b", 9, 1),
                        timely("c", 80, 20),
                        timely("d", 5, 15),
                        timely("e", 90, 10)))
                .containsExactly("1 e", "1 b", "3 c", "3 a", "5 d");
    }

    @Test
    void fewer_than_ten_judged_entries_are_not_ranked_however_good_they_are() {
        assertThat(places(Measure.TIMELY, timely("few", 9, 0), timely("none", 0, 0), timely("enough", 0, 10)))
                .containsExactly("1 enough", "- few", "- none");
    }

    @Test
    void satisfaction_is_compared_by_the_average_of_the_stars() {
        assertThat(places(
                        Measure.RATING,
                        rated("good", 0, 0, 0, 10, 10),
                        rated("better", 1, 0, 0, 0, 19),
                        rated("few", 0, 0, 0, 0, 9)))
                .containsExactly("1 better", "2 good", "- few");
    }

    @Test
    void who_had_less_to_do_again_comes_first() {
        assertThat(places(Measure.REOPENED, reopened("often", 20, 5), reopened("never", 10, 0), reopened("few", 9, 0)))
                .containsExactly("1 never", "2 often", "- few");
    }

    @Test
    void whose_work_lasts_comes_first() {
        assertThat(places(Measure.RELAPSED, relapsed("often", 20, 5), relapsed("never", 10, 0), relapsed("few", 9, 0)))
                .containsExactly("1 never", "2 often", "- few");
    }

    private static List<String> places(Measure measure, DepartmentResult... standings) {
        return League.of(measure, List.of(standings)).rows().stream()
                .map(row -> (row.place() == null ? "-" : row.place()) + " "
                        + row.standing().department())
                .toList();
    }

    private static DepartmentResult timely(String department, long onTime, long late) {
        return new DepartmentResult(department, onTime + late, onTime, late, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private static DepartmentResult rated(
            String department, long star1, long star2, long star3, long star4, long star5) {
        return new DepartmentResult(department, 100, 0, 0, 0, 0, star1, star2, star3, star4, star5, 0, 0);
    }

    private static DepartmentResult reopened(String department, long rectified, long reopened) {
        return new DepartmentResult(department, rectified, 0, 0, rectified, reopened, 0, 0, 0, 0, 0, 0, 0);
    }

    private static DepartmentResult relapsed(String department, long mended, long relapsed) {
        return new DepartmentResult(department, mended, 0, 0, mended, 0, 0, 0, 0, 0, 0, mended, relapsed);
    }
}
