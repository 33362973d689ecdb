package org.tiyanguan.engine.guards;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.AbstractVariableQueryImpl;
import org.camunda.bpm.engine.impl.ExternalTaskQueryImpl;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.UserOperationLogQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Makes two of the engine's permissions narrower. Whoever may not read variables may not ask for cases by their values
 * either, which would tell them one question at a time. And who did what with cases is for those who may read the
 * operation log itself, not for all who may read the history. {@link KeptGrants} puts it into the engine, which has one
 * of its kind.
 */
class Discretion extends AuthorizationManager {

    @Override
    public void configureExecutionQuery(AbstractQuery query) {
        checkValues(asksByValue(query));
        super.configureExecutionQuery(query);
    }

    @Override
    public void configureExternalTaskQuery(ExternalTaskQueryImpl query) {
        checkValues(!query.getVariables().isEmpty());
        super.configureExternalTaskQuery(query);
    }

    @Override
    public void configureHistoricProcessInstanceQuery(HistoricProcessInstanceQueryImpl query) {
        checkValues(query.getQueries().stream()
                .anyMatch(part -> !part.getQueryVariableValues().isEmpty()));
        super.configureHistoricProcessInstanceQuery(query);
    }

    @Override
    public void configureUserOperationLogQuery(UserOperationLogQueryImpl query) {
        configureQuery(query, Resources.OPERATION_LOG_CATEGORY, "RES.CATEGORY_", Permissions.READ);
    }

    private void checkValues(boolean asked) {
        if (asked) checkAuthorization(READ_INSTANCE_VARIABLE, Resources.PROCESS_DEFINITION, ANY);
    }

    private static boolean asksByValue(AbstractQuery<?, ?> query) {
        if (query instanceof ProcessInstanceQueryImpl instances)
            return instances.getQueries().stream()
                    .anyMatch(part -> !part.getQueryVariableValues().isEmpty());
        return query instanceof AbstractVariableQueryImpl<?, ?> other
                && !other.getQueryVariableValues().isEmpty();
    }
}
