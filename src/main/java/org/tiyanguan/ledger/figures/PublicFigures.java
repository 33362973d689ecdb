package org.tiyanguan.ledger.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.core.Texts;
import org.tiyanguan.ledger.figures.SmallCells.Count;
import org.tiyanguan.ledger.figures.SmallCells.Share;
import org.tiyanguan.security.People;

/**
 * A year's figures as the public may see them: of months that are over, and no number of fewer than
 * {@link SmallCells#FEWEST} entries, so that none tells of one visit or one person.
 */
@Component
@Transactional(readOnly = true)
public class PublicFigures {

    /** One of the numbers that are seen at once; {@code id} names its texts. */
    public record Number(String id, String text) {}

    /** {@code share} is null where the table has no such column; {@code width} is of the longest line, in percent. */
    public record Line(String label, long entries, @Nullable String share, int width) {}

    /** {@code id} names its texts. */
    public record Table(String id, boolean hasShare, List<Line> lines) {

        public boolean isEmpty() {
            return lines.isEmpty();
        }
    }

    /** The tables that there are. */
    public static final List<String> TABLES = List.of("month", "topic", "channel", "rating", "days", "department");

    private static final List<String> STEPS = List.of("ACCEPTED", "RECTIFIED", "CLOSED");
    private static final List<String> STARS = List.of("5", "4", "3", "2", "1");
    private static final int PERCENT = 100;

    /** How many are kept. */
    private static final int YEARS = 10;

    /** What is counted of a year, by all and by department. */
    private record Year(Overview overview, List<DepartmentResult> results) {

        static final Year EMPTY = new Year(new Overview(List.of()), List.of());
    }

    private final Figures figures;
    private final People people;
    private final Texts texts;
    private final Clock clock;

    /** By the last day that is counted. */
    private final Cache<LocalDate, Year> counted;

    PublicFigures(Figures figures, People people, Texts texts, Clock clock, FigureSettings settings) {
        this.counted = Caffeine.newBuilder()
                .expireAfterWrite(settings.kept())
                .maximumSize(YEARS)
                .build();
        this.figures = figures;
        this.people = people;
        this.texts = texts;
        this.clock = clock;
    }

    /** The last day of the year that is counted; empty where no month of it is over. */
    public Optional<LocalDate> until(int year) {
        LocalDate lastMonth = LocalDate.now(clock).withDayOfMonth(1).minusDays(1);
        LocalDate lastDay = LocalDate.of(year, 12, 31);
        LocalDate until = lastDay.isBefore(lastMonth) ? lastDay : lastMonth;
        return until.getYear() == year ? Optional.of(until) : Optional.empty();
    }

    /** Empty where so few entries were reported that nothing is said of them. */
    public List<Number> numbers(int year) {
        Overview overview = overview(year);
        if (overview.total() < SmallCells.FEWEST) return List.of();
        List<Number> numbers = new ArrayList<>();
        numbers.add(new Number("entries", String.valueOf(overview.total())));
        Share.of(overview.n(Figure.TIMELY, "ON_TIME"), overview.n(Figure.TIMELY))
                .ifPresent(share -> numbers.add(new Number("timely", said(share))));
        Share.of(satisfied(overview), overview.n(Figure.RATING))
                .ifPresent(share -> numbers.add(new Number("satisfied", said(share))));
        Figures.Count closed = overview.days("CLOSED");
        if (closed.n() >= SmallCells.FEWEST) numbers.add(new Number("closing", Decimals.days(closed.median())));
        return numbers;
    }

    /** One of {@link #TABLES}. */
    public Table table(String id, int year) {
        Overview overview = overview(year);
        return switch (id) {
            case "month" -> counted(id, SmallCells.neighbours(months(year, overview)));
            case "topic" -> counted(id, SmallCells.others(named(overview, Figure.TOPIC, "topic"), other(id)));
            case "channel" -> counted(id, SmallCells.others(named(overview, Figure.CHANNEL, "channel"), other(id)));
            case "rating" ->
                counted(
                        id,
                        SmallCells.neighbours(STARS.stream()
                                .map(star -> new Count(texts.of("rating." + star), overview.n(Figure.RATING, star)))
                                .toList()));
            case "days" -> days(overview);
            case "department" -> departments(year);
            default -> throw new IllegalArgumentException(id);
        };
    }

    private Overview overview(int year) {
        return counted(year).overview;
    }

    private Year counted(int year) {
        return until(year).map(until -> counted.get(until, this::count)).orElse(Year.EMPTY);
    }

    private Year count(LocalDate until) {
        Period period = new Period(until.withDayOfYear(1), until);
        return new Year(new Overview(figures.of(new FigureScope(period, null))), figures.standings(period));
    }

    private List<Count> months(int year, Overview overview) {
        return Stream.iterate(LocalDate.of(year, 1, 1), month -> month.plusMonths(1))
                .takeWhile(month -> until(year).filter(month::isBefore).isPresent())
                .map(month -> new Count(
                        texts.of("public.month", String.valueOf(month.getMonthValue())),
                        overview.n(Figure.MONTH, month.toString())))
                .toList();
    }

    private List<Count> named(Overview overview, Figure figure, String labels) {
        return overview.names(figure).stream()
                .map(name -> new Count(
                        texts.of(name.equals(Overview.NONE) ? "filter." + labels + ".NONE" : labels + "." + name),
                        overview.n(figure, name)))
                .toList();
    }

    private String other(String id) {
        return texts.of("public.other." + id);
    }

    private static Table counted(String id, List<Count> counts) {
        long most = counts.stream().mapToLong(Count::n).max().orElse(0);
        return new Table(
                id,
                false,
                counts.stream()
                        .map(count -> new Line(count.label(), count.n(), null, width(count.n(), most)))
                        .toList());
    }

    /** Elapsed days; of steps that enough entries have behind them. */
    private Table days(Overview overview) {
        if (overview.total() == 0) return new Table("days", true, List.of());
        List<Figures.Count> steps = STEPS.stream()
                .map(overview::days)
                .filter(step -> step.n() >= SmallCells.FEWEST)
                .toList();
        double most = steps.stream()
                .mapToDouble(step -> Objects.requireNonNullElse(step.median(), 0.0))
                .max()
                .orElse(0);
        return new Table(
                "days",
                true,
                steps.stream()
                        .map(step -> new Line(
                                texts.of("dashboard.step." + step.name()),
                                step.n(),
                                Decimals.days(step.median()),
                                width(Objects.requireNonNullElse(step.median(), 0.0), most)))
                        .toList());
    }

    private Table departments(int year) {
        Map<String, String> names = people.departmentNames();
        List<DepartmentResult> results = counted(year).results;
        Map<String, DepartmentResult> byCode =
                results.stream().collect(Collectors.toMap(DepartmentResult::department, Function.identity()));
        List<Count> counts = SmallCells.others(
                results.stream()
                        .map(one -> new Count(one.department(), one.entries()))
                        .toList(),
                other("department"));
        return new Table(
                "department",
                true,
                counted("department", counts).lines().stream()
                        .map(line -> new Line(
                                names.getOrDefault(line.label(), line.label()),
                                line.entries(),
                                onTime(byCode.get(line.label())),
                                line.width()))
                        .toList());
    }

    private String onTime(@Nullable DepartmentResult result) {
        return Optional.ofNullable(result)
                .flatMap(one -> Share.of(one.onTime(), one.timed()))
                .map(this::said)
                .orElse(Decimals.percent(null));
    }

    private String said(Share share) {
        return texts.of("public.share." + share.bound(), String.valueOf(share.percent()));
    }

    private static long satisfied(Overview overview) {
        return overview.n(Figure.RATING, "4") + overview.n(Figure.RATING, "5");
    }

    private static int width(double value, double most) {
        return most == 0 ? 0 : (int) Math.round(value * PERCENT / most);
    }
}
