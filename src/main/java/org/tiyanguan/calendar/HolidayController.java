package org.tiyanguan.calendar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.security.CurrentUser;

/**
 * The page on which an administrator keeps the holidays: see them by year, add and replace them by CSV. All below
 * {@code /admin/} is open to administrators only, by the rules for URLs.
 */
@Controller
class HolidayController {

    private static final Logger log = LoggerFactory.getLogger(HolidayController.class);
    private static final String VIEW = "admin/holidays";
    private static final String PATH = "/admin/holidays";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final CalendarDays days;
    private final Clock clock;
    private final MessageSource messages;
    private final CurrentUser user;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    HolidayController(
            CalendarDays days,
            Clock clock,
            MessageSource messages,
            CurrentUser user,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.days = days;
        this.clock = clock;
        this.messages = messages;
        this.user = user;
        this.audit = audit;
        this.events = events;
    }

    @GetMapping(PATH)
    String show(@RequestParam(required = false) @Min(2000) @Max(2099) @Nullable Integer year, Model model) {
        Year current = Year.now(clock);
        Year shown = year == null ? current : Year.of(year);
        TreeSet<Year> years = new TreeSet<>(days.years());
        years.add(current);
        years.add(shown);
        model.addAttribute("year", shown);
        model.addAttribute("years", years.descendingSet());
        model.addAttribute("days", days.of(shown));
        model.addAttribute("maxBytes", HolidayCsv.MAX_BYTES);
        return VIEW;
    }

    @GetMapping(PATH + ".csv")
    ResponseEntity<byte[]> download() {
        audit.exported("holidays.csv");
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("holidays.csv")
                                .build()
                                .toString())
                .body(HolidayCsv.write(days.all()));
    }

    @PostMapping(PATH)
    ModelAndView upload(@RequestParam MultipartFile file, Model model, RedirectAttributes next) throws IOException {
        try {
            List<CalendarDay> uploaded = HolidayCsv.read(file.getBytes());
            days.put(uploaded);
            events.publishEvent(new CalendarChanged());
            log.info("{} calendar days put by {}", uploaded.size(), user.id().orElseThrow());
            Year last = Year.from(uploaded.stream()
                    .map(CalendarDay::date)
                    .max(LocalDate::compareTo)
                    .orElseThrow());
            next.addAttribute("year", last);
            next.addFlashAttribute("done", text("calendar.uploaded", uploaded.size()));
            return new ModelAndView("redirect:" + PATH);
        } catch (BadHolidayCsv e) {
            model.addAttribute("faults", e.faults().stream().map(this::text).toList());
            return new ModelAndView(show(null, model), model.asMap(), HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping(PATH + "/remove")
    String remove(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date, RedirectAttributes next) {
        days.remove(date);
        events.publishEvent(new CalendarChanged());
        log.info("calendar day {} removed by {}", date, user.id().orElseThrow());
        next.addAttribute("year", date.getYear());
        next.addFlashAttribute("done", text("calendar.removed", date));
        return "redirect:" + PATH;
    }

    private String text(MessageSourceResolvable fault) {
        return messages.getMessage(fault, Locale.SIMPLIFIED_CHINESE);
    }

    private String text(String key, Object detail) {
        return messages.getMessage(key, new Object[] {detail.toString()}, Locale.SIMPLIFIED_CHINESE);
    }
}
