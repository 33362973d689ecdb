package org.tiyanguan.engine.guards;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;

/**
 * Keeps the grants without which nobody could give any back: those of the administrators to everything, and everybody's
 * to the applications. They may neither be deleted nor become smaller or somebody else's, whichever of the engine's
 * doors the change comes by; only the next start would mend it.
 */
@Component
class KeptGrants extends AbstractProcessEnginePlugin {

    private final Texts texts;

    KeptGrants(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> factories = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) factories.addAll(engine.getCustomSessionFactories());
        factories.add(new Grants());
        engine.setCustomSessionFactories(factories);
    }

    private static boolean isKept(AuthorizationEntity grant) {
        return Groups.CAMUNDA_ADMIN.equals(grant.getGroupId())
                        && grant.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT
                        && Authorization.ANY.equals(grant.getResourceId())
                || grant.getAuthorizationType() == Authorization.AUTH_TYPE_GLOBAL
                        && grant.getResourceType() == Resources.APPLICATION.resourceType();
    }

    /** Whether it gives to the same people, for the same things, no less. */
    private static boolean covers(AuthorizationEntity after, AuthorizationEntity before) {
        return isKept(after)
                && after.getAuthorizationType() == before.getAuthorizationType()
                && after.getResourceType() == before.getResourceType()
                && String.valueOf(after.getResourceId()).equals(before.getResourceId())
                && (after.getPermissions() & before.getPermissions()) == before.getPermissions();
    }

    private class Grants implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new Discretion() {
                @Override
                public void update(AuthorizationEntity after) {
                    AuthorizationEntity before =
                            getDbEntityManager().selectById(AuthorizationEntity.class, after.getId());
                    if (before != null && isKept(before) && !covers(after, before)) throw refusal();
                    super.update(after);
                }

                @Override
                public void delete(DbEntity grant) {
                    if (grant instanceof AuthorizationEntity known && isKept(known)) throw refusal();
                    super.delete(grant);
                }
            };
        }
    }

    private Refusal refusal() {
        return new Refusal(null, texts.of("administrator.grant"));
    }
}
