package org.tiyanguan.engine.guards;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.impl.JsonValueSerializer;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.SpinValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;

/**
 * What a case keeps is a plain value or JSON, wherever it comes from: forms, mappings, decision tables, beans. Lists
 * and maps become JSON as they are set; the engine would write down their Java class, and cannot read all of those
 * again. Any other object is refused, with the name of the variable.
 */
@Component
class PlainVariables extends AbstractProcessEnginePlugin {

    private static final Logger log = LoggerFactory.getLogger(PlainVariables.class);

    private static final List<Class<?>> PLAIN = List.of(
            String.class,
            Boolean.class,
            Short.class,
            Integer.class,
            Long.class,
            Double.class,
            Date.class,
            byte[].class,
            SpinJsonNode.class);

    private final Texts texts;

    PlainVariables(Texts texts) {
        this.texts = texts;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<TypedValueSerializer> first = new ArrayList<>();
        if (engine.getCustomPreVariableSerializers() != null) first.addAll(engine.getCustomPreVariableSerializers());
        first.add(new Structures());
        first.add(new Objects());
        engine.setCustomPreVariableSerializers(first);
    }

    private static boolean isStructure(Object value) {
        return value instanceof Collection || value instanceof Map;
    }

    private static boolean isPlain(Object value) {
        return value == null || PLAIN.stream().anyMatch(type -> type.isInstance(value));
    }

    /** Writes what has no type yet; what is JSON already goes the engine's usual way. */
    private static class Structures extends JsonValueSerializer {

        @Override
        public boolean canHandle(TypedValue value) {
            return value.getType() == null && isStructure(value.getValue());
        }

        @Override
        public SpinValue convertToTypedValue(UntypedValueImpl value) {
            return SpinValues.jsonValue(Spin.JSON(value.getValue()))
                    .setTransient(value.isTransient())
                    .create();
        }
    }

    /** Writes nothing. What was stored by earlier versions is read by the engine's own. */
    private class Objects extends AbstractTypedValueSerializer<ObjectValue> {

        Objects() {
            super(ValueType.OBJECT);
        }

        @Override
        public String getName() {
            return "refused-object";
        }

        /** So that it comes before the engine's own where both could. */
        @Override
        public String getSerializationDataformat() {
            return Variables.SerializationDataFormats.JSON.getName();
        }

        @Override
        protected boolean canWriteValue(TypedValue value) {
            return value.getType() != null || !isPlain(value.getValue()) && !isStructure(value.getValue());
        }

        @Override
        public ObjectValue convertToTypedValue(UntypedValueImpl value) {
            return Variables.objectValue(value.getValue(), value.isTransient()).create();
        }

        @Override
        public void writeValue(ObjectValue value, ValueFields fields) {
            log.warn(
                    "Variable '{}' is refused: {} is neither a plain value nor JSON.",
                    fields.getName(),
                    value.getObjectTypeName());
            throw new Refusal(fields.getName(), texts.of("variable.object", fields.getName()));
        }

        @Override
        public ObjectValue readValue(ValueFields fields, boolean deserialize, boolean isTransient) {
            throw new IllegalStateException(fields.getName());
        }
    }
}
