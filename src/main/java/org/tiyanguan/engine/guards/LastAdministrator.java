package org.tiyanguan.engine.guards;

import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;

/**
 * Keeps at least one member in the administrators' group: while it has none, the engine would make an administrator for
 * anybody who asks (CVE-2026-77226), and nobody could mend it.
 */
@Component
class LastAdministrator extends AbstractProcessEnginePlugin {

    private final Texts texts;

    LastAdministrator(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return Identities.class;
            }

            @Override
            public Session openSession() {
                return new Identities();
            }
        });
    }

    private class Identities extends DbIdentityServiceProvider {

        @Override
        public IdentityOperationResult deleteUser(String user) {
            refuseForLast(user);
            return super.deleteUser(user);
        }

        @Override
        public IdentityOperationResult deleteMembership(String user, String group) {
            if (group.equals(Groups.CAMUNDA_ADMIN)) refuseForLast(user);
            return super.deleteMembership(user, group);
        }

        @Override
        public IdentityOperationResult deleteGroup(String group) {
            if (group.equals(Groups.CAMUNDA_ADMIN)) throw refusal();
            return super.deleteGroup(group);
        }

        private void refuseForLast(String user) {
            List<User> administrators = createUserQuery(Context.getCommandContext())
                    .memberOfGroup(Groups.CAMUNDA_ADMIN)
                    .list();
            if (administrators.stream().map(User::getId).toList().equals(List.of(user))) throw refusal();
        }
    }

    private Refusal refusal() {
        return new Refusal(null, texts.of("administrator.last"));
    }
}
