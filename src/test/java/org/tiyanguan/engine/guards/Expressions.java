package org.tiyanguan.engine.guards;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.engine.task.TaskQuery;
import org.tiyanguan.engine.models.Marker;

/** Task queries with an expression, and filters with such queries. */
final class Expressions {

    static final String AT_ROOT = with(Marker.EXPRESSION);
    static final String IN_OR = or(AT_ROOT);
    static final String IN_OR_OF_OR = or(IN_OR);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Expressions() {}

    // ---- through every root and form of a request

    static String filter(String query) {
        return "{\"resourceType\":\"Task\",\"name\":\"test\",\"query\":" + query + ",\"properties\":{}}";
    }

    static String with(String expression) {
        return "{\"assigneeExpression\":\"" + expression + "\"}";
    }

    static String or(String... queries) {
        return "{\"orQueries\":[" + String.join(",", queries) + "]}";
    }

    static TaskQuery query(ProcessEngine engine, String form) throws Exception {
        return JSON.readValue(form, TaskQueryDto.class).toQuery(engine);
    }

    static String save(ProcessEngine engine, String form) throws Exception {
        FilterService filters = engine.getFilterService();
        return filters.saveFilter(
                        filters.newTaskFilter("test " + UUID.randomUUID()).setQuery(query(engine, form)))
                .getId();
    }

    static void forgetFilters(ProcessEngine engine) {
        engine.getFilterService()
                .createFilterQuery()
                .filterNameLike("test%")
                .list()
                .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
    }
}
