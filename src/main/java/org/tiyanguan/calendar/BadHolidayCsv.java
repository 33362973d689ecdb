package org.tiyanguan.calendar;

import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/** A CSV file that cannot be taken, and why: each fault has a sentence in {@code messages/calendar.properties}. */
final class BadHolidayCsv extends Exception {

    /** One thing wrong; where it concerns a line, its number comes first in the details. */
    record Fault(String what, List<Object> details) implements MessageSourceResolvable {

        @Override
        public String[] getCodes() {
            return new String[] {"calendar.csv." + what};
        }

        /** As text: a year or a line must not be written with a thousands separator. */
        @Override
        public Object[] getArguments() {
            return details.stream().map(String::valueOf).toArray();
        }
    }

    private final transient List<Fault> faults;

    BadHolidayCsv(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    BadHolidayCsv(String what, Object... details) {
        this(List.of(new Fault(what, Arrays.asList(details))));
    }

    List<Fault> faults() {
        return faults;
    }
}
