package org.tiyanguan.engine;

import jakarta.ws.rs.WebApplicationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;
import org.tiyanguan.core.Refusal;

/**
 * Says of what fails in a case that somebody else ended meanwhile that somebody else was faster. The engine would have
 * said so at the end of its command, but may stumble earlier over what is no longer there: an expression does not find
 * a variable, as if the diagram were wrong, or a variable that is read has no text any more. What was thrown stays the
 * cause.
 */
@Component
class EndedMeanwhile extends AbstractProcessEnginePlugin {

    /** Of these, a row was there when they were read. */
    private static final Set<DbEntityState> READ = EnumSet.of(
            DbEntityState.PERSISTENT,
            DbEntityState.MERGED,
            DbEntityState.DELETED_PERSISTENT,
            DbEntityState.DELETED_MERGED);

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostCommandInterceptorsTxRequired(and(engine.getCustomPostCommandInterceptorsTxRequired()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                and(engine.getCustomPostCommandInterceptorsTxRequiresNew()));
    }

    private static List<CommandInterceptor> and(List<CommandInterceptor> present) {
        List<CommandInterceptor> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(new Interceptor());
        return all;
    }

    private static class Interceptor extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                if (e instanceof WebApplicationException
                        || Refusal.in(e) != null
                        || RequestFault.in(e).isPresent()
                        || !somethingIsGone(Context.getCommandContext())) throw e;
                throw new OptimisticLockingException("The case ended meanwhile: " + e.getMessage(), e);
            }
        }
    }

    /** Whether the database has lost a place of a case, or a task, that the command has read. */
    private static boolean somethingIsGone(CommandContext command) {
        return isGone(command, ExecutionEntity.class, "act_ru_execution")
                || isGone(command, TaskEntity.class, "act_ru_task");
    }

    private static boolean isGone(CommandContext command, Class<? extends DbEntity> type, String table) {
        List<String> read = command.getDbEntityManager().getDbEntityCache().getCachedEntities().stream()
                .filter(cached -> type.isInstance(cached.getEntity()) && READ.contains(cached.getEntityState()))
                .map(CachedDbEntity::getEntity)
                .map(entity -> entity.getId())
                .toList();
        if (read.isEmpty()) return false;
        Connection connection = command.getDbSqlSession().getSqlSession().getConnection();
        String places = String.join(", ", Collections.nCopies(read.size(), "?"));
        try (PreparedStatement count =
                connection.prepareStatement("select count(*) from " + table + " where id_ in (" + places + ")")) {
            for (int i = 0; i < read.size(); i++) count.setString(i + 1, read.get(i));
            try (ResultSet there = count.executeQuery()) {
                return there.next() && there.getInt(1) < read.size();
            }
        } catch (SQLException e) {
            // The transaction failed in the database, which is not asked any more.
            return false;
        }
    }
}
