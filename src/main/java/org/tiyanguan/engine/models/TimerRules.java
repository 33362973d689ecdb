package org.tiyanguan.engine.models;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.CronTimer;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.w3c.dom.Element;

/**
 * The rules for what happens by itself: a time can be read, and nothing is repeated faster than a minute, for the
 * engine would be busy with it alone. What repeats says how often itself, so that no variable decides.
 */
record TimerRules(ModelXml xml) {

    static final Duration FASTEST = Duration.ofMinutes(1);

    /**
     * A job that failed is tried again hundreds of times at most: mails, for instance, every five minutes for a day.
     */
    private static final Duration FASTEST_RETRY = Duration.ofSeconds(10);

    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,6})W");

    /** So that the seconds are one number: at most once a minute. */
    private static final Pattern CRON = Pattern.compile("\\d{1,2}( +\\S+){5}");

    void check(List<ModelFault> faults) {
        xml.elements().forEach(element -> {
            String text = ModelXml.text(element);
            switch (element.getLocalName()) {
                case "timeCycle" -> cycle(element, text, faults);
                case "timeDate" ->
                    Constant.of(text).filter(time -> !isDate(time)).ifPresent(time -> wrong(element, time, faults));
                case "timeDuration" ->
                    Constant.of(text)
                            .filter(time -> lasts(time).isEmpty())
                            .ifPresent(time -> wrong(element, time, faults));
                case "failedJobRetryTimeCycle" -> retries(element, text, faults);
                default -> {}
            }
        });
    }

    /** For how long a text of {@code timeDuration} always waits; empty when that is open, or cannot be read. */
    static Optional<Duration> always(String text) {
        return Constant.of(text).flatMap(TimerRules::lasts);
    }

    private void cycle(Element element, String text, List<ModelFault> faults) {
        Optional<String> cycle = Constant.of(text);
        if (cycle.isEmpty()) fault(element, "timer.open", faults, text);
        else if (cycle.get().startsWith("R")) repeats(element, cycle.get(), FASTEST, faults);
        else if (!CRON.matcher(cycle.get()).matches()) fault(element, "timer.fast", faults, cycle.get());
        else if (!comes(cycle.get())) wrong(element, cycle.get(), faults);
    }

    private void retries(Element element, String text, List<ModelFault> faults) {
        Optional<String> cycle = Constant.of(text);
        if (cycle.isEmpty()) fault(element, "timer.open", faults, text);
        else if (!cycle.get().startsWith("R"))
            List.of(cycle.get().split("\\s*,\\s*"))
                    .forEach(pause -> pause(element, pause, pause, FASTEST_RETRY, faults));
        else if (cycle.get().matches("R\\d{1,3}/.+")) repeats(element, cycle.get(), FASTEST_RETRY, faults);
        else wrong(element, cycle.get(), faults);
    }

    private void repeats(Element element, String cycle, Duration fastest, List<ModelFault> faults) {
        String period = Stream.of(cycle.split("/"))
                .filter(part -> part.startsWith("P"))
                .findFirst()
                .orElse("");
        if (cycle.matches("R\\d{0,6}/.+")) pause(element, cycle, period, fastest, faults);
        else wrong(element, cycle, faults);
    }

    private void pause(Element element, String said, String pause, Duration fastest, List<ModelFault> faults) {
        Optional<Duration> lasts = lasts(pause);
        if (lasts.isEmpty()) wrong(element, said, faults);
        else if (lasts.get().compareTo(fastest) < 0) fault(element, "timer.fast", faults, said);
    }

    private static Optional<Duration> lasts(String text) {
        if (WEEKS.matcher(text).matches()) text = "P" + 7 * Long.parseLong(text.replaceAll("\\D", "")) + "D";
        if (!text.startsWith("P")) return Optional.empty();
        try {
            return Optional.of(Duration.ofMillis(
                    DatatypeFactory.newInstance().newDuration(text).getTimeInMillis(new Date(0))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isDate(String text) {
        try {
            return new DueDateBusinessCalendar().resolveDuedate(text, new Date(0)) != null;
        } catch (ProcessEngineException e) {
            return false;
        }
    }

    /** The engine takes a day that never comes, as the 30th of February, for now, again and again. */
    private static boolean comes(String cron) {
        try {
            Date now = Date.from(Instant.EPOCH);
            return CronTimer.parse(cron).getDueDate(now).after(now);
        } catch (ParseException e) {
            return false;
        }
    }

    private void wrong(Element element, String time, List<ModelFault> faults) {
        fault(element, "timer.value", faults, time);
    }

    private void fault(Element element, String rule, List<ModelFault> faults, String fact) {
        faults.add(new ModelFault(xml.file(), ModelXml.where(element), rule, fact));
    }
}
