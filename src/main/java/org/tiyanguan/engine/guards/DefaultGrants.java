package org.tiyanguan.engine.guards;

import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.GroupMade;

/**
 * What the engine grants by itself, in the one place it has for that. Whomever a model names, a task and its variables
 * are open to those only who work on cases, not to its designer, and to nobody who has given it away. Of new groups it
 * tells, as {@link GroupMade}.
 */
@Component
class DefaultGrants extends AbstractProcessEnginePlugin {

    private final ApplicationEventPublisher events;
    private final Predicate<String> working;

    DefaultGrants(ApplicationEventPublisher events, @Qualifier("roleGroups") Predicate<String> working) {
        this.events = events;
        this.working = working;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new Grants());
    }

    private class Grants extends DefaultAuthorizationProvider {

        @Override
        public AuthorizationEntity[] newGroup(Group group) {
            events.publishEvent(new GroupMade(group.getId()));
            return super.newGroup(group);
        }

        @Override
        public AuthorizationEntity[] newTaskAssignee(Task task, String before, String now) {
            end(task, before);
            return super.newTaskAssignee(task, before, now);
        }

        @Override
        public AuthorizationEntity[] newTaskOwner(Task task, String before, String now) {
            end(task, before);
            return super.newTaskOwner(task, before, now);
        }

        /** The engine's own leaves to everybody who ever had a task what they might do with it then. */
        private static void end(Task task, String user) {
            if (user != null && !user.equals(task.getAssignee()) && !user.equals(task.getOwner()))
                Context.getCommandContext()
                        .getAuthorizationManager()
                        .deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, task.getId(), user);
        }

        @Override
        protected AuthorizationEntity[] createOrUpdateAuthorizations(Task task, String group, String user) {
            boolean works = group == null ? groupsOf(user).stream().anyMatch(working) : working.test(group);
            return works ? super.createOrUpdateAuthorizations(task, group, user) : new AuthorizationEntity[0];
        }

        private static List<String> groupsOf(String user) {
            CommandContext context = Context.getCommandContext();
            return context.runWithoutAuthorization(() ->
                    context.getReadOnlyIdentityProvider().createGroupQuery(context).groupMember(user).list().stream()
                            .map(Group::getId)
                            .toList());
        }
    }
}
