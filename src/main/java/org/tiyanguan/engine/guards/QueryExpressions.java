package org.tiyanguan.engine.guards;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;

/**
 * Lets no expression that comes from data be evaluated (CVE-2026-109432: the engine's own check overlooks the
 * sub-queries of {@code or()}). Three locks, each enough on its own: a query asked at once may hold no expression at
 * any depth; a filter is saved only with {@linkplain #isHarmless harmless} ones; and whatever a query evaluates, by
 * whichever way it came there, has to be harmless.
 */
@Component
@NamedInterface("queries")
public class QueryExpressions extends AbstractProcessEnginePlugin {

    /** Who asks, and when: all that a stored filter needs. */
    private static final Pattern HARMLESS = Pattern.compile(
            "\\$\\{(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
                    + "|dateTime\\(\\)(\\.(plus|minus)(Hours|Days|Weeks|Months)\\(\\d{1,3}\\)|\\.withTimeAtStartOfDay\\(\\)){0,3})}");

    private final Texts texts;

    QueryExpressions(Texts texts) {
        this.texts = texts;
    }

    /** Whether the text names the user who asks, their groups, or a time from now, and does nothing else. */
    public static boolean isHarmless(String expression) {
        return HARMLESS.matcher(expression).matches();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostCommandInterceptorsTxRequired(
                and(engine.getCustomPostCommandInterceptorsTxRequired(), new NoneAtOnce()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                and(engine.getCustomPostCommandInterceptorsTxRequiresNew(), new NoneAtOnce()));
        engine.setCustomSessionFactories(and(engine.getCustomSessionFactories(), new HarmlessFilters()));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new Guarded(engine.getExpressionManager()));
    }

    private Refusal refusal() {
        return new Refusal(null, texts.of("expression.refused"));
    }

    private static <T> List<T> and(List<T> present, T added) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }

    /** A query is a command when it is asked at once; a stored one runs inside the command of its filter. */
    private class NoneAtOnce extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (command instanceof TaskQueryImpl query
                    && query.getQueries().stream()
                            .anyMatch(part -> !part.getExpressions().isEmpty())) throw refusal();
            return next.execute(command);
        }
    }

    private class HarmlessFilters implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return FilterManager.class;
        }

        @Override
        public Session openSession() {
            return new FilterManager() {
                @Override
                public Filter insertOrUpdateFilter(Filter filter) {
                    TaskQueryImpl query = filter.getQuery();
                    boolean harmless = query.getQueries().stream()
                            .flatMap(part -> part.getExpressions().values().stream())
                            .allMatch(QueryExpressions::isHarmless);
                    if (!harmless) throw refusal();
                    return super.insertOrUpdateFilter(filter);
                }
            };
        }
    }

    /** Only queries evaluate without a scope of variables; models, which a designer deploys, always have one. */
    private class Guarded implements ExpressionManager {

        private final ExpressionManager manager;

        private Guarded(ExpressionManager manager) {
            this.manager = manager;
        }

        @Override
        public Expression createExpression(String text) {
            return new GuardedExpression(manager.createExpression(text));
        }

        @Override
        public void addFunction(String name, Method function) {
            manager.addFunction(name, function);
        }
    }

    private class GuardedExpression implements Expression {

        private final Expression expression;

        private GuardedExpression(Expression expression) {
            this.expression = expression;
        }

        @Override
        public Object getValue(VariableScope scope) {
            return getValue(scope, null);
        }

        @Override
        public Object getValue(VariableScope scope, @Nullable BaseDelegateExecution context) {
            if (scope == null && !isHarmless(expression.getExpressionText())) throw refusal();
            return expression.getValue(scope, context);
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            setValue(value, scope, null);
        }

        @Override
        public void setValue(Object value, VariableScope scope, @Nullable BaseDelegateExecution context) {
            expression.setValue(value, scope, context);
        }

        @Override
        public boolean isLiteralText() {
            return expression.isLiteralText();
        }

        @Override
        public String getExpressionText() {
            return expression.getExpressionText();
        }
    }
}
