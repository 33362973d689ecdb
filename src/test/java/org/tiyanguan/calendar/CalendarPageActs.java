package org.tiyanguan.calendar;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.stereotype.Component;
import org.tiyanguan.PageAct;

/** What administrators do about holidays. */
@Component
class CalendarPageActs implements PageAct.All {

    private static final LocalDate DAY = LocalDate.parse("2031-01-01");

    private final CalendarDays days;

    CalendarPageActs(CalendarDays days) {
        this.days = days;
    }

    @Override
    public Stream<PageAct> acts() {
        return Stream.of(
                new PageAct("/admin/holidays", "admin", () -> {
                    days.remove(DAY);
                    days.remove(DAY.plusDays(1));
                    String csv = "date,kind,name\n2031-01-01,holiday,元旦\n2031-01-02,holiday,元旦\n";
                    return multipart("/admin/holidays")
                            .file(new MockMultipartFile(
                                    "file", "days.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
                }),
                new PageAct("/admin/holidays/remove", "admin", () -> {
                    days.put(List.of(new CalendarDay(DAY, DayKind.HOLIDAY, "元旦")));
                    return post("/admin/holidays/remove").param("date", DAY.toString());
                }));
    }
}
