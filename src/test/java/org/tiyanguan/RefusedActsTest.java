package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tiyanguan.security.LoggedIn;

/**
 * What people do on pages happens whole or not at all: a second time, by two at once, or when the database goes away at
 * any of its commits.
 */
@IntegrationTest
class RefusedActsTest {

    private static final Log LOG = LogFactory.getLog(RefusedActsTest.class);

    private static final Set<RequestMethod> READING =
            Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS);

    /** It logs out and keeps nothing. */
    private static final Set<String> NOTHING_TO_KEEP = Set.of("/leave", "/wait");

    /** More commits than any act has. */
    private static final int MANY = 40;

    @Autowired
    MockMvc mvc;

    @Autowired
    List<PageAct.All> features;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    FailingCommits commits;

    @Autowired
    LoggedIn loggedIn;

    @Autowired
    DataSource database;

    @Autowired
    ServletContext servlets;

    private final AtomicInteger addresses = new AtomicInteger();

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void each_handler_that_changes_something_is_among_the_acts() {
        Set<String> changing = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            boolean own = handler.getBeanType().getName().startsWith("org.tiyanguan");
            if (own && (methods.isEmpty() || !READING.containsAll(methods)))
                changing.addAll(mapping.getPatternValues());
        });
        changing.removeAll(NOTHING_TO_KEEP);
        Set<String> tried = acts().map(PageAct::path).collect(Collectors.toCollection(TreeSet::new));
        assertThat(tried).isEqualTo(changing);
    }

    @TestFactory
    Stream<DynamicTest> an_act_happens_whole_or_not_at_all() {
        return acts().map(act -> DynamicTest.dynamicTest(act.toString(), () -> {
            Map<String, String> whole = done(act);
            failing(act, whole);
            twoAtOnce(act, whole);
        }));
    }

    /** Does it and returns what it changes; once more, it changes nothing if it is refused. */
    private Map<String, String> done(PageAct act) throws Exception {
        var request = act.arranged().get();
        TableContents before = TableContents.read(database);
        assertThat(status(sent(act, request))).as("answer to %s", act).isLessThan(400);
        TableContents after = TableContents.read(database);
        int again = status(sent(act, request));
        assertThat(again).as("answer to the same once more: %s", act).isLessThan(500);
        if (again >= 400)
            assertThat(TableContents.read(database).since(after))
                    .as("left by the refused %s", act)
                    .isEmpty();
        return TableContents.extent(after.since(before));
    }

    private void failing(PageAct act, Map<String, String> whole) throws Exception {
        var request = act.arranged().get();
        TableContents before = TableContents.read(database);
        for (int n = 1; n <= MANY; n++) {
            MockHttpServletRequest sent = sent(act, request);
            boolean failed = commits.failNth(n, () -> status(sent));
            Map<String, List<String>> left = TableContents.read(database).since(before);
            if (failed && left.isEmpty()) continue;
            assertThat(TableContents.extent(left))
                    .as("left of %s when commit %s fails: %s", act, n, left)
                    .isEqualTo(whole);
            return;
        }
        assertThat(whole).as("changed by %s", act).isEmpty();
    }

    private void twoAtOnce(PageAct act, Map<String, String> whole) throws Exception {
        var request = act.arranged().get();
        TableContents before = TableContents.read(database);
        var start = new CyclicBarrier(2);
        List<Integer> answers = Stream.of(1, 2)
                .map(one -> CompletableFuture.supplyAsync(() -> {
                    try {
                        MockHttpServletRequest sent = sent(act, request);
                        start.await();
                        return status(sent);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers)
                .as("answers to two at once: %s", act)
                .allMatch(status -> status < 500)
                .anyMatch(status -> status < 400);
        if (answers.get(1) < 400) return;
        Map<String, List<String>> left = TableContents.read(database).since(before);
        assertThat(TableContents.extent(left))
                .as("left by two at once of %s", act)
                .isEqualTo(whole);
    }

    private Stream<PageAct> acts() {
        return features.stream().flatMap(PageAct.All::acts);
    }

    /** 500 for what no page answers, which is logged. */
    private int status(MockHttpServletRequest sent) {
        try {
            MockHttpServletResponse answer =
                    mvc.perform(context -> sent).andReturn().getResponse();
            return String.valueOf(answer.getRedirectedUrl()).contains("/login")
                            && !sent.getRequestURI().startsWith("/activate/")
                    ? HttpServletResponse.SC_UNAUTHORIZED
                    : answer.getStatus();
        } catch (Exception e) {
            LOG.info("nothing answers " + sent.getRequestURI(), e);
            return 500;
        }
    }

    /** From an address of its own, as a browser does unless it is a script's. */
    private synchronized MockHttpServletRequest sent(PageAct act, AbstractMockHttpServletRequestBuilder<?> request) {
        MockHttpServletRequest sent = request.postProcessRequest(request.buildRequest(servlets));
        if (act.user() != null)
            sent = csrf().postProcessRequest(loggedIn.as(act.user()).postProcessRequest(sent));
        sent.setRemoteAddr("198.51.100." + addresses.incrementAndGet() % 250);
        if (!act.path().contains("/api/")) sent.addHeader(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE);
        return sent;
    }
}
