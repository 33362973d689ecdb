package org.tiyanguan.engine;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The beans marked {@link ForModels}: all that an expression in a model can name besides variables. The engine would offer
 * every bean.
 */
@Component
class PublishedBeans extends AbstractProcessEnginePlugin {

    private final ApplicationContext beans;

    PublishedBeans(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Map<Object, Object> published = new WhenAsked(classes().keySet());
        engine.setBeans(published);
        engine.setExpressionManager(new SpringExpressionManager(beans, published) {
            @Override
            protected ELResolver createElResolver() {
                CompositeELResolver all = new CompositeELResolver();
                all.add(new JsonProperties());
                all.add(super.createElResolver());
                return all;
            }
        });
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
        public Object get(Object name) {
            return containsKey(name) ? beans.getBean((String) name) : null;
        }

        @Override
        public Set<Entry<Object, Object>> entrySet() {
            return names.stream().map(name -> Map.entry((Object) name, get(name))).collect(Collectors.toSet());
        }
    }
}
