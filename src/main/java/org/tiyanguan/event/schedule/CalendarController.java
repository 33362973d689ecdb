package org.tiyanguan.event.schedule;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.calendar.WorkCalendar;
import org.tiyanguan.core.Download;
import org.tiyanguan.core.NotFound;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.event.Event;
import org.tiyanguan.event.EventTexts;
import org.tiyanguan.event.page.EventPages;
import org.tiyanguan.event.schedule.ICalendar.Item;
import org.tiyanguan.event.schedule.Schedule.Kind;
import org.tiyanguan.event.schedule.Schedule.Line;
import org.tiyanguan.officer.Officers;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.People;
import org.tiyanguan.security.Roles;

/** A month of one's own on a page, single events as files, and all of it as a feed for a calendar. */
@Controller
class CalendarController {

    private static final int DAYS_BACK = 60;
    private static final int DAYS_AHEAD = 180;
    private static final int DAYS_A_WEEK = 7;

    /** A day of the page; {@code day} may lie in the month before or after. */
    record Day(LocalDate day, boolean inMonth, boolean workday, boolean today, List<Line> lines) {}

    private final Schedule schedule;
    private final EventFiles files;
    private final EventPages pages;
    private final Feeds feeds;
    private final WorkCalendar calendar;
    private final Officers officers;
    private final People people;
    private final CurrentUser user;
    private final Clock clock;
    private final EventTexts texts;
    private final String baseUrl;

    CalendarController(
            Schedule schedule,
            EventFiles files,
            EventPages pages,
            Feeds feeds,
            WorkCalendar calendar,
            Officers officers,
            People people,
            CurrentUser user,
            Clock clock,
            EventTexts texts,
            @Value("${tiyanguan.base-url}") String baseUrl) {
        this.schedule = schedule;
        this.files = files;
        this.pages = pages;
        this.feeds = feeds;
        this.calendar = calendar;
        this.officers = officers;
        this.people = people;
        this.user = user;
        this.clock = clock;
        this.texts = texts;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/calendar")
    String month(@RequestParam(required = false) @Nullable String month, Model model) {
        YearMonth shown = month(month);
        LocalDate first = shown.atDay(1).with(DayOfWeek.MONDAY);
        LocalDate last = shown.atEndOfMonth().with(DayOfWeek.SUNDAY);
        Map<LocalDate, List<Line>> lines =
                schedule
                        .of(
                                me(),
                                user.groups(),
                                first.atStartOfDay(),
                                last.plusDays(1).atStartOfDay())
                        .stream()
                        .collect(Collectors.groupingBy(line -> line.start().toLocalDate()));
        List<Day> days = first.datesUntil(last.plusDays(1))
                .map(day -> new Day(
                        day,
                        YearMonth.from(day).equals(shown),
                        calendar.isWorkday(day),
                        day.equals(LocalDate.now(clock)),
                        lines.getOrDefault(day, List.of())))
                .toList();
        model.addAttribute("month", shown);
        model.addAttribute("before", shown.minusMonths(1));
        model.addAttribute("after", shown.plusMonths(1));
        model.addAttribute(
                "weeks",
                IntStream.range(0, days.size() / DAYS_A_WEEK)
                        .mapToObj(week -> days.subList(week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK))
                        .toList());
        model.addAttribute("officer", user.is(Roles.OFFICER));
        model.addAttribute("feedMadeAt", feeds.madeAt(me()).orElse(null));
        return "event/calendar";
    }

    /** A new address is shown once; whoever has none left makes another. */
    @PostMapping("/calendar/feed")
    String feed(@RequestParam(defaultValue = "") String act, RedirectAttributes next) {
        if (act.equals("revoke")) {
            feeds.revoke(me());
            next.addFlashAttribute("done", texts.of("done.feed-revoked"));
        } else next.addFlashAttribute("address", baseUrl + "/calendar/" + feeds.make(me()) + ".ics");
        return "redirect:/calendar";
    }

    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> read(@PathVariable String token, HttpServletRequest request) {
        String account;
        try {
            account = feeds.account(token, request.getRemoteAddr()).orElseThrow(NotFound::new);
        } catch (Refusal tooMany) {
            return ResponseEntity.status(tooMany.status()).build();
        }
        LocalDate today = LocalDate.now(clock);
        List<String> groups = people.groupsOf(account);
        boolean over = groups.contains(Roles.OFFICER)
                && !officers.inOffice(today, today).contains(account);
        if (groups.stream().noneMatch(Roles::worksOnCases) || over) throw new NotFound();
        LocalDateTime from = today.minusDays(DAYS_BACK).atStartOfDay();
        List<Item> items = schedule.of(account, groups, from, from.plusDays(DAYS_BACK + DAYS_AHEAD)).stream()
                .map(this::item)
                .toList();
        return file(
                ICalendar.of(ICalendar.Method.PUBLISH, texts.of("schedule.name"), clock.instant(), items),
                "calendar.ics");
    }

    @GetMapping("/events/{number}.ics")
    ResponseEntity<byte[]> ofStaff(@PathVariable String number) {
        return file(pages.ofStaff(number).event());
    }

    @GetMapping("/officer/events/{number}.ics")
    ResponseEntity<byte[]> ofOfficer(@PathVariable String number) {
        return file(pages.ofOfficer(number).event());
    }

    private ResponseEntity<byte[]> file(Event event) {
        if (!event.state().isAnnounced()) throw new NotFound();
        return file(files.file(event), event.number() + ".ics");
    }

    private static ResponseEntity<byte[]> file(byte[] content, String name) {
        return Download.file(content, MediaType.parseMediaType(ICalendar.TYPE), name);
    }

    private Item item(Line line) {
        if (line.event() != null)
            return files.item(line.event(), line.event().state() == Event.State.CANCELLED, null, null);
        LocalDateTime end = line.kind() == Kind.VISIT ? null : line.start();
        String host = Objects.requireNonNullElse(URI.create(baseUrl).getHost(), "localhost");
        return new Item(
                line.kind() + "-" + line.id() + "@" + host,
                0,
                line.start(),
                end,
                line.text(),
                null,
                baseUrl + line.path(),
                false,
                null,
                null);
    }

    private YearMonth month(@Nullable String typed) {
        if (typed == null) return YearMonth.from(LocalDate.now(clock));
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeParseException e) {
            throw new NotFound();
        }
    }

    private String me() {
        return user.id().orElseThrow();
    }
}
