package org.tiyanguan.event.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes iCalendar (RFC 5545): times of Asia/Shanghai, lines folded at 75 bytes, texts escaped. */
final class ICalendar {

    /** PUBLISH is for feeds; REQUEST and CANCEL are for invitations (RFC 5546). */
    enum Method {
        PUBLISH,
        REQUEST,
        CANCEL
    }

    /**
     * @param end null for a whole day
     * @param organizer the bare mail address of who invites, {@code attendee} of who is invited; null in a feed
     */
    record Item(
            String uid,
            int sequence,
            LocalDateTime start,
            @Nullable LocalDateTime end,
            String summary,
            @Nullable String location,
            @Nullable String url,
            boolean cancelled,
            @Nullable String organizer,
            @Nullable String attendee) {}

    static final String TYPE = "text/calendar; charset=UTF-8";

    private static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /** @param made when the file is made, as calendars ask of each item */
    static byte[] of(Method method, String name, Instant made, List<Item> items) {
        ICalendar file = new ICalendar();
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//tiyanguan//events//ZH");
        file.line("CALSCALE:GREGORIAN");
        file.line("METHOD:" + method);
        if (method == Method.PUBLISH) file.line("X-WR-CALNAME:" + escaped(name));
        file.zone();
        items.forEach(item -> file.item(item, made));
        file.line("END:VCALENDAR");
        return file.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** China has had no summer time since 1991. */
    private void zone() {
        line("BEGIN:VTIMEZONE");
        line("TZID:Asia/Shanghai");
        line("BEGIN:STANDARD");
        line("DTSTART:19920101T000000");
        line("TZOFFSETFROM:+0800");
        line("TZOFFSETTO:+0800");
        line("TZNAME:CST");
        line("END:STANDARD");
        line("END:VTIMEZONE");
    }

    private void item(Item item, Instant made) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(item.uid));
        line("SEQUENCE:" + item.sequence);
        line("DTSTAMP:" + LocalDateTime.ofInstant(made, ZoneOffset.UTC).format(TIME) + "Z");
        if (item.end == null) {
            LocalDate day = item.start.toLocalDate();
            line("DTSTART;VALUE=DATE:" + day.format(DAY));
            line("DTEND;VALUE=DATE:" + day.plusDays(1).format(DAY));
        } else {
            line("DTSTART;TZID=Asia/Shanghai:" + item.start.format(TIME));
            line("DTEND;TZID=Asia/Shanghai:" + item.end.format(TIME));
        }
        line("SUMMARY:" + escaped(item.summary));
        if (item.location != null) line("LOCATION:" + escaped(item.location));
        if (item.url != null) line("URL:" + item.url);
        if (item.organizer != null) line("ORGANIZER:mailto:" + item.organizer);
        if (item.attendee != null) line("ATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:" + item.attendee);
        line("STATUS:" + (item.cancelled ? "CANCELLED" : "CONFIRMED"));
        line("END:VEVENT");
    }

    /** What has a meaning in iCalendar loses it; signs that no text may have go. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Folds without cutting a sign in two. */
    private void line(String line) {
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            int sign = line.codePointAt(i);
            String one = Character.toString(sign);
            int length = one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > LONGEST_LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(one);
            bytes += length;
            i += one.length();
        }
        text.append("\r\n");
    }
}
