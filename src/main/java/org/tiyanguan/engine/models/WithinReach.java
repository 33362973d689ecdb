package org.tiyanguan.engine.models;

import java.lang.reflect.Method;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.joda.time.base.BaseDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import org.tiyanguan.engine.BeginsCase;
import org.tiyanguan.engine.ForModels;

/**
 * What an expression reaches when it is evaluated, by whichever way it came into the engine: of published beans the
 * methods they declare, of the execution and the task what {@link ModelExpressions} allows, and of plain values what
 * they have.
 */
class WithinReach extends BeanELResolver {

    private static final List<Class<?>> PLAIN = List.of(
            CharSequence.class,
            Number.class,
            Boolean.class,
            Enum.class,
            Date.class,
            TemporalAccessor.class,
            BaseDateTime.class,
            Collection.class,
            Map.class);

    private final OwnCases cases;

    WithinReach(OwnCases cases) {
        super(true);
        this.cases = cases;
    }

    @Override
    public @Nullable Object getValue(ELContext context, Object base, Object property) {
        if (base == null) {
            if (ModelExpressions.CLOSED_NAMES.contains(property)) throw outOfReach(property);
            return null;
        }
        if (base instanceof Map || base instanceof Collection || base.getClass().isArray()) return null;
        String name = String.valueOf(property);
        if (isPublished(base)) {
            String capital = StringUtils.capitalize(name);
            return Arrays.stream(new String[] {"get" + capital, "is" + capital})
                    .filter(getter -> !methods(base, getter, 0).isEmpty())
                    .findFirst()
                    .map(getter -> invoke(context, base, getter, null, new Object[0]))
                    .orElseThrow(() -> outOfReach(name));
        }
        check(base, name);
        return super.getValue(context, base, property);
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object[] arguments) {
        if (base == null) return null;
        String name = String.valueOf(method);
        VariableScope scope = (VariableScope) context.getContext(VariableScope.class);
        Object[] given = arguments == null ? new Object[0] : arguments;
        if (!isPublished(base)) {
            check(base, name);
            if (base instanceof VariableScope) cases.checkSetting(scope, name, given);
            return super.invoke(context, base, method, types, arguments);
        }
        List<Method> called = methods(base, name, given.length);
        if (called.isEmpty()) throw outOfReach(name);
        called.forEach(one -> cases.check(scope, one, given));
        Object result = super.invoke(context, base, method, types, arguments);
        if (called.stream().anyMatch(one -> one.isAnnotationPresent(BeginsCase.class)))
            cases.begin(scope, (String) result);
        return result;
    }

    private static void check(Object base, String name) {
        boolean reached = base instanceof DelegateExecution
                ? ModelExpressions.offers("execution", name)
                : base instanceof DelegateTask
                        ? ModelExpressions.offers("task", name)
                        : PLAIN.stream().anyMatch(type -> type.isInstance(base))
                                && !name.equals("class")
                                && Arrays.stream(Object.class.getMethods())
                                        .noneMatch(method -> method.getName().equals(name)
                                                && !name.equals("equals")
                                                && !name.equals("toString"));
        if (!reached) throw outOfReach(name);
    }

    static boolean isPublished(Object object) {
        return object != null && ClassUtils.getUserClass(object).isAnnotationPresent(ForModels.class);
    }

    /** Those of the class itself, not of what Spring puts around it. */
    private static List<Method> methods(Object bean, String name, int arguments) {
        return Arrays.stream(ClassUtils.getUserClass(bean).getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                .filter(method -> method.getDeclaringClass() != Object.class)
                .toList();
    }

    private static PropertyNotFoundException outOfReach(Object name) {
        return new PropertyNotFoundException("No model reaches '" + name + "'");
    }
}
