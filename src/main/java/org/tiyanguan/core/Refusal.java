package org.tiyanguan.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An act that a rule forbids. Its message is a plain Chinese sentence for the person who tried, or several, a line
 * each; whatever was begun is rolled back. Pages show it, the REST interfaces answer it with its status, Tasklist shows
 * it above the form.
 */
public class Refusal extends RuntimeException {

    /** One thing that is wrong; {@code field} is the key of the form field that it is about, or null. */
    public record Fault(@Nullable String field, String message) {}

    private final transient List<Fault> faults;

    public Refusal(@Nullable String field, String message) {
        this(List.of(new Fault(field, message)));
    }

    /** @param faults at least one */
    public Refusal(List<Fault> faults) {
        super(faults.stream().map(Fault::message).collect(Collectors.joining("\n")));
        this.faults = faults;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage(), "given by the constructor");
    }

    /** The form field that the first fault is about, or null. */
    public @Nullable String field() {
        return faults.get(0).field();
    }

    public List<Fault> faults() {
        return faults;
    }

    /** The sentences by the fields that they are about, in their order; under "" what is about none. */
    public Map<String, String> byField() {
        Map<String, String> sentences = new LinkedHashMap<>();
        faults.forEach(fault -> sentences.put(fault.field() == null ? "" : fault.field(), fault.message()));
        return sentences;
    }

    /** The HTTP status that answers it, from a page or the REST interfaces. */
    public int status() {
        return 400;
    }

    /** The refusal that the exception is or was caused by; null if none. */
    public static @Nullable Refusal in(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) if (t instanceof Refusal refusal) return refusal;
        return null;
    }

    /** A refusal by a step of a process comes out as itself, not as the engine wrapped it. */
    public static <T> T plainly(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            Refusal refusal = in(e);
            throw refusal == null ? e : refusal;
        }
    }
}
