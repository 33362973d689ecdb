package org.tiyanguan.engine.guards;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.PasswordTries;

/**
 * Keeps at least one member in the administrators' group: while it has none, the engine would make an administrator for
 * anybody who asks (CVE-2026-77226), and nobody could mend it. Checks passwords, too, as the engine has one place for
 * both.
 */
@Component
class LastAdministrator extends AbstractProcessEnginePlugin {

    private final Texts texts;
    private volatile @Nullable UserEntity nobody;

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

        /**
         * Takes the same time for a name that nobody has. The engine's own would count in the account, where a second
         * try at the same time fails; {@link PasswordTries} counts better.
         */
        @Override
        public boolean checkPassword(String name, String password) {
            UserEntity user = password == null ? null : findUserById(name);
            boolean fits = matchPassword(password == null ? "" : password, user == null ? nobody() : user);
            return user != null && fits;
        }

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

    /** Has a password, hashed as all are, that nobody knows. */
    private UserEntity nobody() {
        if (nobody == null) {
            UserEntity made = new UserEntity("nobody");
            made.setPassword(UUID.randomUUID().toString());
            made.encryptPassword();
            nobody = made;
        }
        return nobody;
    }

    private Refusal refusal() {
        return new Refusal(null, texts.of("administrator.last"));
    }
}
