package org.tiyanguan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tiyanguan.calendar.CalendarFixture.day;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a file of holidays may look like, and that all that is wrong with one is said at once. */
class HolidayCsvTest {

    private static final String HEADER = "date,kind,name\n";

    @Test
    void a_file_is_read_as_spreadsheets_save_it() throws BadHolidayCsv {
        assertThat(HolidayCsv.read(bytes(
                        "\uFEFF date , kind,name\r\n2026-10-01,holiday, 国庆节 \r\n2026/9/20,workday,调休\r\n,,\r\n\r\n")))
                .containsExactly(
                        new CalendarDay(day("2026-10-01"), DayKind.HOLIDAY, "国庆节"),
                        new CalendarDay(day("2026-09-20"), DayKind.WORKDAY, "调休"));
    }

    @Test
    void what_is_written_is_read_again() throws BadHolidayCsv {
        List<CalendarDay> days = List.of(
                new CalendarDay(day("2000-01-01"), DayKind.HOLIDAY, "a".repeat(40)),
                new CalendarDay(day("2099-12-31"), DayKind.HOLIDAY, "“元旦”，前一天"));
        byte[] file = HolidayCsv.write(days);
        assertThat(new String(file, StandardCharsets.UTF_8)).startsWith("\uFEFFdate,kind,name\r\n2000-01-01,holiday,");
        assertThat(HolidayCsv.read(file)).isEqualTo(days);
    }

    @Test
    void all_that_is_wrong_is_said_with_its_line() {
        assertThat(faults(HEADER
                        + "2026-10-01,holiday\n" // 2
                        + "2026-02-30,holiday,x\n" // 3
                        + "1999-12-31,holiday,x\n" // 4
                        + "2100-01-01,holiday,x\n" // 5
                        + "2026-10-01,free,x\n" // 6
                        + "2026-10-01,holiday,x\n" // 7
                        + "2026-09-21,workday,x\n" // 8
                        + "2026-10-02,holiday,\n" // 9
                        + "2026-10-03,holiday," + "x".repeat(41) + "\n" // 10
                        + "2026-10-04,holiday,a\u0007b\n")) // 11
                .containsExactly(
                        "columns [2, 2]",
                        "date [3, 2026-02-30]",
                        "year [4, 1999-12-31, 2000, 2099]",
                        "year [5, 2100-01-01, 2000, 2099]",
                        "kind [6, free]",
                        "duplicate [7, 2026-10-01, 6]",
                        "weekday [8, 2026-09-21]",
                        "name [9]",
                        "name-text [10, 40]",
                        "name-text [11, 40]");
    }

    @Test
    void what_is_no_such_file_is_refused_as_a_whole() {
        assertThat(faults("day,kind,name\n")).containsExactly("header []");
        assertThat(faults(HEADER)).containsExactly("no-days []");
        assertThat(faults("")).containsExactly("no-days []");
        assertThat(faults(HEADER + "\"2026-10-01,holiday")).containsExactly("quotes []");
        assertThat(faults((HEADER + "2026-10-01,holiday,国庆节").getBytes(Charset.forName("GBK"))))
                .containsExactly("not-utf8 []");
        assertThat(faults(new byte[HolidayCsv.MAX_BYTES + 1])).containsExactly("too-large [64]");
    }

    @Test
    void a_fault_has_a_sentence_without_thousands_separators() {
        assertThatExceptionOfType(BadHolidayCsv.class)
                .isThrownBy(() -> HolidayCsv.read(bytes(HEADER + "1999-01-01,holiday,x")))
                .satisfies(bad -> {
                    assertThat(bad.faults().get(0).getCodes()).containsExactly("calendar.csv.year");
                    assertThat(bad.faults().get(0).getArguments()).containsExactly("2", "1999-01-01", "2000", "2099");
                });
    }

    private static List<String> faults(String file) {
        return faults(bytes(file));
    }

    private static List<String> faults(byte[] file) {
        try {
            HolidayCsv.read(file);
            return List.of();
        } catch (BadHolidayCsv bad) {
            return bad.faults().stream()
                    .map(fault -> fault.what() + " " + fault.details())
                    .toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
