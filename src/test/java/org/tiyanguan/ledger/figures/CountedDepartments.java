package org.tiyanguan.ledger.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which departments the dashboard counts what was reported on a day for. */
@Component
public class CountedDepartments {

    private final Figures figures;

    CountedDepartments(Figures figures) {
        this.figures = figures;
    }

    public Set<String> inTheOverview(LocalDate day) {
        return new Overview(figures.of(new FigureScope(new Period(day, day), null)))
                .departments()
                .keySet();
    }

    /** Those for which the dashboard shows an entry when it is asked for one department alone. */
    public Set<String> oneByOne(LocalDate day, List<String> departments) {
        return departments.stream()
                .filter(department ->
                        new Overview(figures.of(new FigureScope(new Period(day, day), department))).total() > 0)
                .collect(Collectors.toSet());
    }

    public Set<String> inTheLeague(LocalDate day) {
        return figures.standings(new Period(day, day)).stream()
                .map(DepartmentResult::department)
                .collect(Collectors.toSet());
    }
}
