package org.tiyanguan.engine.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tiyanguan.engine.guards.Expressions.AT_ROOT;
import static org.tiyanguan.engine.guards.Expressions.IN_OR;
import static org.tiyanguan.engine.guards.Expressions.forgetFilters;
import static org.tiyanguan.engine.guards.Expressions.or;
import static org.tiyanguan.engine.guards.Expressions.query;
import static org.tiyanguan.engine.guards.Expressions.save;
import static org.tiyanguan.engine.guards.Expressions.with;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.models.Marker;

/** The engine evaluates no expression that comes from data (CVE-2026-109432), with nothing before it that looks. */
@IntegrationTest
class QueryExpressionsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingEvaluated() {
        Marker.takeCount();
    }

    @AfterEach
    void tidy() {
        engine.getIdentityService().clearAuthentication();
        forgetFilters(engine);
    }

    // ---- what the stock engine does

    @Test
    void the_stock_engine_refuses_an_expression_at_the_root_and_evaluates_it_in_a_sub_query() throws Exception {
        ProcessEngine stock = new StandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("stock")
                .setJdbcUrl("jdbc:h2:mem:stock" + UUID.randomUUID())
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        try {
            FilterService filters = stock.getFilterService();
            assertThatThrownBy(() -> query(stock, AT_ROOT).count()).hasMessageContaining("forbidden in adhoc queries");
            assertThat(Marker.takeCount()).isZero();

            query(stock, IN_OR).count();
            assertThat(Marker.takeCount()).isPositive();
            query(stock, IN_OR).list();
            assertThat(Marker.takeCount()).isPositive();
            filters.count(save(stock, AT_ROOT));
            assertThat(Marker.takeCount()).isPositive();
            filters.count(save(stock, IN_OR));
            assertThat(Marker.takeCount()).isPositive();
            filters.list(save(stock, "{}"), query(stock, IN_OR));
            assertThat(Marker.takeCount()).isPositive();
        } finally {
            stock.close();
        }
    }

    // ---- our engine, with nothing before it

    @Test
    void a_query_asked_at_once_may_hold_no_expression_at_any_depth() {
        for (String form : List.of(AT_ROOT, IN_OR, with("${currentUser()}"), or(with("${currentUser()}")))) {
            for (ThrowingCallable act : List.<ThrowingCallable>of(
                    () -> query(engine, form).count(),
                    () -> query(engine, form).list(),
                    () -> query(engine, form).listPage(0, 1),
                    () -> query(engine, form).singleResult())) refused(form, act);
        }
        refused(
                "Java",
                () -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .taskName("a")
                        .endOr()
                        .or()
                        .taskOwnerExpression(Marker.EXPRESSION)
                        .endOr()
                        .count());
        assertThat(Marker.takeCount()).isZero();
    }

    @Test
    void a_filter_is_neither_saved_nor_extended_with_an_expression_that_does_something() throws Exception {
        String plain = save(engine, "{}");
        for (String form : List.of(AT_ROOT, IN_OR)) {
            refused(form, () -> save(engine, form));
            Filter changed = engine.getFilterService().getFilter(plain).setQuery(query(engine, form));
            refused(form, () -> engine.getFilterService().saveFilter(changed));
            refused(form, () -> engine.getFilterService().list(plain, query(engine, form)));
            refused(form, () -> engine.getFilterService().count(plain, query(engine, form)));
        }
        assertThat(Marker.takeCount()).isZero();
    }

    @Test
    void a_filter_that_came_into_the_database_another_way_is_not_evaluated() throws Exception {
        String id = save(engine, "{}");
        for (String form : List.of(AT_ROOT, IN_OR)) {
            jdbc.sql("update act_ru_filter set query_ = ? where id_ = ?")
                    .params(form, id)
                    .update();
            refused(form, () -> engine.getFilterService().list(id));
            refused(form, () -> engine.getFilterService().count(id));
            refused(form, () -> engine.getFilterService().list(id, query(engine, "{\"name\":\"x\"}")));
        }
        assertThat(Marker.takeCount()).isZero();
    }

    @Test
    void a_filter_may_ask_for_the_user_their_groups_and_a_time_from_now() throws Exception {
        IdentityService identity = engine.getIdentityService();
        String mine = save(
                engine,
                or(with("${currentUser()}"))
                        .replace("]}", ",{\"candidateGroupsExpression\":\"${currentUserGroups()}\"}]}"));
        String soon = save(engine, "{\"dueBeforeExpression\":\"${dateTime().plusDays(3)}\"}");
        identity.setAuthentication("center", List.of("center", "camunda-admin"));
        assertThat(engine.getFilterService().count(mine)).isZero();
        assertThat(engine.getFilterService().count(soon)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${currentUser()}",
                "${currentUserGroups()}",
                "${now()}",
                "${dateTime()}",
                "${dateTime().plusDays(3)}",
                "${dateTime().withTimeAtStartOfDay().plusDays(1)}",
                "${dateTime().minusWeeks(2).withTimeAtStartOfDay()}"
            })
    void who_asks_and_when_is_harmless(String expression) {
        assertThat(QueryExpressions.isHarmless(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gongan",
                "${currentUser().getClass()}",
                "${currentUser()}${x}",
                "#{currentUser()}",
                " ${currentUser()}",
                "${currentUser()}\n",
                "${dateTime().plusDays(x.y())}",
                "${dateTime().plusDays(3).getClass()}",
                "${dateTime().toDate()}",
                "${dateTime().plusDays(1).plusDays(1).plusDays(1).plusDays(1)}",
                "${rectification.usualInstruction()}",
                "${1+1}",
                "${now().getClass().forName('java.lang.Runtime')}"
            })
    void everything_else_is_not(String expression) {
        assertThat(QueryExpressions.isHarmless(expression)).isFalse();
    }

    private void refused(String what, ThrowingCallable act) {
        assertThatThrownBy(act)
                .as(what)
                .satisfies(e -> assertThat(e instanceof BadUserRequestException || Refusal.in(e) != null)
                        .as(e.toString())
                        .isTrue());
    }
}
