package org.tiyanguan.engine.models;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.JsonProperties;

/**
 * The beans marked {@link ForModels}: all that an expression in a model can name, and what it reaches through them. The
 * engine would offer every bean, and through each all that it holds.
 */
@Component
class PublishedBeans extends AbstractProcessEnginePlugin {

    private final ListableBeanFactory beans;
    private final MessageSource messages;

    PublishedBeans(ListableBeanFactory beans, MessageSource messages) {
        this.beans = beans;
        this.messages = messages;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Map<Object, Object> published = new WhenAsked(classes().keySet());
        engine.setBeans(published);
        OwnCases cases = new OwnCases(beans, messages);
        engine.setExpressionManager(new JuelExpressionManager(published) {
            @Override
            protected ELResolver createElResolver() {
                CompositeELResolver all = new CompositeELResolver();
                all.add(new JsonProperties());
                all.add(new WithinReach(cases));
                all.add(super.createElResolver());
                return all;
            }
        });
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPreBPMNParseListeners() != null) listeners.addAll(engine.getCustomPreBPMNParseListeners());
        listeners.add(new PlacedExpressions());
        engine.setCustomPreBPMNParseListeners(listeners);
    }

    /** By bean name. */
    Map<String, Class<?>> classes() {
        return Arrays.stream(beans.getBeanNamesForAnnotation(ForModels.class))
                .collect(Collectors.toMap(Function.identity(), name -> ClassUtils.getUserClass(beans.getType(name))));
    }

    /** Beans that are made when they are first called: most of them need the engine, which needs this map. */
    private class WhenAsked extends AbstractMap<Object, Object> {

        private final Set<String> names;

        WhenAsked(Set<String> names) {
            this.names = names;
        }

        @Override
        public boolean containsKey(Object name) {
            return names.contains(name);
        }

        @Override
        public @Nullable Object get(Object name) {
            return containsKey(name) ? beans.getBean((String) name) : null;
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            return names.stream()
                    .map(name -> Map.entry((Object) name, get(name)))
                    .collect(Collectors.toSet());
        }
    }
}
