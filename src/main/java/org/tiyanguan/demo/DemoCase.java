package org.tiyanguan.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One case as it goes through the real process in the demo's past: a plan, until {@link DemoRun} makes it true. */
class DemoCase {

    /** A value of a form that is known only when the form is sent. */
    interface Later extends Function<DemoDeeds, Object> {}

    /**
     * Something that happens to the case.
     *
     * @param name of a user task its id
     */
    record Act(LocalDateTime at, String name, Map<String, Object> form, BiConsumer<DemoRun, DemoCase> deed) {}

    private final String process;
    private final List<Act> acts = new ArrayList<>();

    private @Nullable String number;
    private @Nullable String instance;

    private DemoCase(String process) {
        this.process = process;
    }

    /** @param user null for somebody without an account */
    static DemoCase begun(LocalDateTime at, String process, @Nullable String user, Map<String, Object> form) {
        return new DemoCase(process).add(at, "begin", form, (run, one) -> run.begin(one, user, form));
    }

    /** A case that another one has begun at that time. */
    static DemoCase found(LocalDateTime at, String process, Function<DemoDeeds, String> number) {
        return new DemoCase(process).add(at, "find", Map.of(), (run, one) -> run.find(one, number));
    }

    /** The user completes the task. */
    DemoCase then(LocalDateTime at, String user, String task, Map<String, Object> form) {
        return add(at, task, form, (run, one) -> run.complete(one, user, task, form));
    }

    /** The one who is known only then completes the task. */
    DemoCase thenAs(
            LocalDateTime at, BiFunction<DemoDeeds, String, String> user, String task, Map<String, Object> form) {
        return add(at, task, form, (run, one) -> run.complete(one, user.apply(run.deeds(), one.number()), task, form));
    }

    /** Does what no task does, with the case's number. */
    DemoCase also(LocalDateTime at, String name, BiConsumer<DemoDeeds, String> deed) {
        return add(at, name, Map.of(), (run, one) -> deed.accept(run.deeds(), one.number()));
    }

    private DemoCase add(LocalDateTime at, String name, Map<String, Object> form, BiConsumer<DemoRun, DemoCase> deed) {
        acts.add(new Act(at, name, form, deed));
        return this;
    }

    String process() {
        return process;
    }

    List<Act> acts() {
        return acts;
    }

    /** Returns the number, which is known once the case has begun. */
    String number() {
        return Objects.requireNonNull(number, "it has not begun");
    }

    String instance() {
        return Objects.requireNonNull(instance, "it has not begun");
    }

    void is(String number, String instance) {
        this.number = number;
        this.instance = instance;
    }
}
