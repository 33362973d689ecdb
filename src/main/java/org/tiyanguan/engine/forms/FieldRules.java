package org.tiyanguan.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.MailAddress;
import org.tiyanguan.core.Phone;
import org.tiyanguan.core.Refusal.Fault;
import org.tiyanguan.core.Signs;
import org.tiyanguan.core.Texts;
import org.tiyanguan.core.Unseen;

/** What the fields of a form accept, type by type, and the sentence for what they do not. */
@Component
public class FieldRules {

    /** What the engine's column for a text holds. */
    private static final int LONGEST_TEXT = 4000;

    private static final Pattern PHONE = Pattern.compile("(\\+|00)\\d{6,18}");
    /** Control characters but tab and line ends; halves of characters; what no font shows. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\x{FFFE}\\x{FFFF}&&[^\\t\\r\\n]]");
    /** From the oldest person's birth to the calendar's last year; no database holds all that Java can. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2099;

    private static final Pattern LINE_END = Pattern.compile("\\R");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Texts texts;
    private final Clock clock;

    public FieldRules(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** @param feel evaluates an expression of the form's over the values that it has now */
    Optional<Fault> check(FormFile.Field field, @Nullable Object value, Function<String, Object> feel) {
        if (isEmpty(value)) return field.rule("required").asBoolean() ? Optional.of(missing(field)) : Optional.empty();
        Optional<String> wrong = switch (field.type()) {
            case "textfield", "textarea" -> text(field, value, feel);
            case "number" -> number(field, value, feel);
            case "checkbox" -> value instanceof Boolean ? Optional.empty() : sentence(field, "type");
            case "radio", "select" -> choice(field, value, feel);
            case "checklist", "taglist" -> choices(field, value, feel);
            case "datetime" -> time(field, value);
            default -> throw new IllegalStateException("no rule for a field of type " + field.type());
        };
        return wrong.map(sentence -> new Fault(field.key(), sentence));
    }

    Fault fault(FormFile.Field field, String key) {
        return new Fault(field.key(), sentence(field, key).orElseThrow());
    }

    /** Somebody sent what the form does not ask for. */
    Fault unknown(String name) {
        String shown = UNREADABLE.matcher(name).replaceAll("");
        return new Fault(name, say("unknown", shown.length() > 60 ? Signs.cut(shown, 60) + "…" : shown));
    }

    /** Nothing, a text in which one sees nothing, an empty list; an empty box to be ticked. */
    static boolean isEmpty(@Nullable Object value) {
        return value == null
                || Boolean.FALSE.equals(value)
                || value instanceof String text && Unseen.isAll(text)
                || value instanceof Collection<?> list && list.isEmpty();
    }

    private Fault missing(FormFile.Field field) {
        return fault(
                field,
                switch (field.type()) {
                    case "radio", "select", "checklist", "taglist" -> "required.choice";
                    case "checkbox" -> "required.tick";
                    default -> "required";
                });
    }

    private Optional<String> text(FormFile.Field field, @Nullable Object value, Function<String, Object> feel) {
        if (!(value instanceof String text)) return sentence(field, "type");
        if (UNREADABLE.matcher(text).find()) return sentence(field, "unreadable");
        if (field.type().equals("textfield") && LINE_END.matcher(text).find()) return sentence(field, "unreadable");
        int longest = limit(field, "maxLength", feel).map(BigDecimal::intValue).orElse(LONGEST_TEXT);
        if (text.length() > longest) return sentence(field, "longer", longest);
        int shortest = limit(field, "minLength", feel).map(BigDecimal::intValue).orElse(0);
        if (Signs.seen(text) < shortest) return sentence(field, "shorter", shortest);
        boolean fits = switch (field.accepts()) {
            case "email" -> MailAddress.isMailable(text.strip());
            case "phone" -> Phone.kept(text).isPresent();
            case "mobile" -> Phone.isMobile(text);
            default -> true;
        };
        if (!fits) return sentence(field, field.accepts());
        if (field.rule("validationType").asText().equals("phone"))
            fits = PHONE.matcher(text).matches();
        JsonNode pattern = field.rule("pattern");
        if (pattern.isTextual())
            fits = fits && Pattern.compile(pattern.asText()).matcher(text).find();
        return fits ? Optional.empty() : sentence(field, "type");
    }

    private Optional<String> number(FormFile.Field field, @Nullable Object value, Function<String, Object> feel) {
        boolean asText = field.definition().path("serializeToString").asBoolean();
        if (asText ? !(value instanceof String) : !(value instanceof Number)) return sentence(field, "number");
        Optional<BigDecimal> number = decimal(value);
        if (number.isEmpty()) return sentence(field, "number");
        JsonNode decimals = field.definition().path("decimalDigits");
        if (decimals.isNumber() && number.get().stripTrailingZeros().scale() > decimals.asInt())
            return decimals.asInt() == 0 ? sentence(field, "whole") : sentence(field, "decimals", decimals.asInt());
        Optional<BigDecimal> least = limit(field, "min", feel);
        if (least.isPresent() && number.get().compareTo(least.get()) < 0) return sentence(field, "least", plain(least));
        Optional<BigDecimal> most = limit(field, "max", feel);
        if (most.isPresent() && number.get().compareTo(most.get()) > 0) return sentence(field, "most", plain(most));
        return Optional.empty();
    }

    private Optional<String> choice(FormFile.Field field, @Nullable Object value, Function<String, Object> feel) {
        return offered(field, feel).contains(comparable(value)) ? Optional.empty() : sentence(field, "choice");
    }

    private Optional<String> choices(FormFile.Field field, @Nullable Object value, Function<String, Object> feel) {
        if (!(value instanceof Collection<?> chosen)) return sentence(field, "choice");
        Set<Object> offered = offered(field, feel);
        Set<Object> distinct = new HashSet<>();
        for (Object one : chosen) {
            if (!offered.contains(comparable(one))) return sentence(field, "choice");
            if (!distinct.add(comparable(one))) return sentence(field, "twice");
        }
        return Optional.empty();
    }

    private Optional<String> time(FormFile.Field field, @Nullable Object value) {
        String kind = field.definition().path("subtype").asText("date");
        try {
            LocalDate day = switch (kind) {
                case "time" -> {
                    LocalTime.parse((String) value, DateTimeFormatter.ISO_TIME);
                    yield null;
                }
                case "datetime" ->
                    OffsetDateTime.parse((String) value)
                            .atZoneSameInstant(clock.getZone())
                            .toLocalDate();
                default -> LocalDate.parse((String) value);
            };
            if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR))
                return sentence(field, "day." + kind);
            boolean passed = day != null && day.isBefore(LocalDate.now(clock));
            return passed && field.definition().path("disallowPassedDates").asBoolean()
                    ? sentence(field, "passed")
                    : Optional.empty();
        } catch (ClassCastException | DateTimeParseException e) {
            return sentence(field, "day." + kind);
        }
    }

    /** The values that one may choose: fixed ones, those of a variable, or those of an expression. */
    private static Set<Object> offered(FormFile.Field field, Function<String, Object> feel) {
        JsonNode definition = field.definition();
        Object options = definition.has("valuesKey")
                ? feel.apply(definition.get("valuesKey").asText())
                : definition.has("valuesExpression")
                        ? feel.apply(definition.get("valuesExpression").asText())
                        : JSON.convertValue(definition.path("values"), Collection.class);
        if (!(options instanceof Iterable<?> list)) return Set.of();
        return StreamSupport.stream(list.spliterator(), false)
                .map(option -> comparable(option instanceof Map<?, ?> labelled ? labelled.get("value") : option))
                .collect(Collectors.toSet());
    }

    /** A bound of the field's, a number or an expression. */
    private static Optional<BigDecimal> limit(FormFile.Field field, String name, Function<String, Object> feel) {
        JsonNode limit = field.rule(name);
        return decimal(limit.isTextual() ? feel.apply(limit.asText()) : limit.isNumber() ? limit.decimalValue() : null);
    }

    private static Optional<BigDecimal> decimal(@Nullable Object value) {
        try {
            return value == null ? Optional.empty() : Optional.of(new BigDecimal(value.toString()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : value;
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.orElseThrow().toPlainString();
    }

    private Optional<String> sentence(FormFile.Field field, String key, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = field.label();
        System.arraycopy(values, 0, all, 1, values.length);
        return Optional.of(say(key, all));
    }

    String say(String key, Object... values) {
        return texts.of("form." + key, values);
    }
}
