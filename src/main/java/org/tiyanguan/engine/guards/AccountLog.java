package org.tiyanguan.engine.guards;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.AuthorizationServiceImpl;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tiyanguan.audit.AuditKind;
import org.tiyanguan.audit.AuditLog;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.AccountEnding;
import org.tiyanguan.engine.Departure;
import org.tiyanguan.engine.PasswordSet;
import org.tiyanguan.engine.PasswordTries;

/**
 * Logs every change to accounts, groups and grants, in its own transaction, and tells of each {@link Departure}; Admin,
 * REST and Java alike end up in these methods. The engine's own log of what users do would need the history level
 * "full". A weak password is refused in Chinese; the engine's REST resources would make an error 500 of it.
 */
@Component
class AccountLog extends AbstractProcessEnginePlugin {

    private final AuditLog log;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final PasswordTries tries;

    AccountLog(AuditLog log, Texts texts, ApplicationEventPublisher events, PasswordTries tries) {
        this.log = log;
        this.texts = texts;
        this.events = events;
        this.tries = tries;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityService(new Accounts(new PasswordCheck(engine)));
        engine.setAuthorizationService(new Grants());
    }

    private void log(String change, Object... facts) {
        log.record(AuditKind.ACCOUNT, texts.of("audit.account." + change, facts));
    }

    private class Accounts extends IdentityServiceImpl {

        private final PasswordCheck passwords;

        private Accounts(PasswordCheck passwords) {
            this.passwords = passwords;
        }

        /** A refusal is thrown inside of a command, where it gets its answer. */
        @Override
        public boolean checkPassword(String user, String password) {
            try {
                return tries.check(user, () -> passwords.isRight(user, password));
            } catch (Refusal refused) {
                return commandExecutor.execute(context -> {
                    throw refused;
                });
            }
        }

        @Override
        public void saveUser(User user, boolean skipPasswordPolicy) {
            commandExecutor.execute(context -> {
                boolean hasNewPassword = user instanceof UserEntity typed && typed.hasNewPassword();
                if (hasNewPassword && !skipPasswordPolicy && !((UserEntity) user).checkPasswordAgainstPolicy())
                    throw new Refusal("password", texts.of("password.weak"));
                boolean isNew = createUserQuery().userId(user.getId()).count() == 0;
                super.saveUser(user, skipPasswordPolicy);
                log(isNew ? "user-added" : hasNewPassword ? "password-changed" : "user-changed", user.getId());
                if (hasNewPassword) events.publishEvent(new PasswordSet(user.getId()));
                return null;
            });
        }

        @Override
        public void saveUser(User user) {
            saveUser(user, false);
        }

        @Override
        public void deleteUser(String user) {
            commandExecutor.execute(context -> {
                Set<String> groups = createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .collect(Collectors.toSet());
                events.publishEvent(new AccountEnding(user));
                super.deleteUser(user);
                log("user-removed", user);
                events.publishEvent(new Departure(Set.of(user), groups));
                return null;
            });
        }

        @Override
        public void unlockUser(String user) {
            commandExecutor.execute(context -> {
                super.unlockUser(user);
                log("user-unlocked", user);
                return null;
            });
        }

        @Override
        public void saveGroup(Group group) {
            commandExecutor.execute(context -> {
                super.saveGroup(group);
                log("group-saved", group.getId());
                return null;
            });
        }

        @Override
        public void deleteGroup(String group) {
            commandExecutor.execute(context -> {
                Set<String> members = createUserQuery().memberOfGroup(group).list().stream()
                        .map(User::getId)
                        .collect(Collectors.toSet());
                super.deleteGroup(group);
                log("group-removed", group);
                events.publishEvent(new Departure(members, Set.of(group)));
                return null;
            });
        }

        @Override
        public void createMembership(String user, String group) {
            commandExecutor.execute(context -> {
                super.createMembership(user, group);
                log("member-added", user, group);
                return null;
            });
        }

        @Override
        public void deleteMembership(String user, String group) {
            commandExecutor.execute(context -> {
                super.deleteMembership(user, group);
                log("member-removed", user, group);
                events.publishEvent(new Departure(Set.of(user), Set.of(group)));
                return null;
            });
        }
    }

    private class Grants extends AuthorizationServiceImpl {

        @Override
        public Authorization saveAuthorization(Authorization grant) {
            return commandExecutor.execute(context -> {
                Authorization saved = super.saveAuthorization(grant);
                log("grant-saved", facts(saved));
                return saved;
            });
        }

        @Override
        public void deleteAuthorization(String id) {
            commandExecutor.execute(context -> {
                Authorization grant =
                        createAuthorizationQuery().authorizationId(id).singleResult();
                super.deleteAuthorization(id);
                if (grant != null) log("grant-removed", facts(grant));
                return null;
            });
        }

        private Object[] facts(Authorization grant) {
            String whom = grant.getGroupId() != null ? grant.getGroupId() : grant.getUserId();
            String resource = Arrays.stream(Resources.values())
                    .filter(known -> known.resourceType() == grant.getResourceType())
                    .map(Resource::resourceName)
                    .findFirst()
                    .orElse(String.valueOf(grant.getResourceType()));
            return new Object[] {whom, resource, grant.getResourceId()};
        }
    }
}
