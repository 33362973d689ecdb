package org.tiyanguan.engine;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Lets an expression read {@code ${proposal.days}} of JSON as of a map: a plain value, or JSON again; null if it has
 * none.
 */
public class JsonProperties extends ELResolver {

    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
        if (!(base instanceof SpinJsonNode json) || !(property instanceof String name)) return null;
        context.setPropertyResolved(true);
        if (!json.isObject() || !json.hasProp(name)) return null;
        SpinJsonNode found = json.prop(name);
        if (found.isNull()) return null;
        return found.isValue() ? found.value() : found;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {}

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }
}
