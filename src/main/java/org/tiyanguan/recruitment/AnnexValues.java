package org.tiyanguan.recruitment;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** The fields of an application by name, as forms hold them. */
public final class AnnexValues {

    private AnnexValues() {}

    public static String of(Application application, String field) {
        RecordComponent component = Arrays.stream(Application.class.getRecordComponents())
                .filter(c -> c.getName().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field));
        try {
            Object value = component.getAccessor().invoke(application);
            return value == null ? null : value.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
