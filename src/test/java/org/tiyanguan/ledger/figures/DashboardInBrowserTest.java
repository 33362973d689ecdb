package org.tiyanguan.ledger.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.browser.BrowserTest;
import org.tiyanguan.browser.Chromium;

/** The charts as a browser draws them under the program's own rules. */
@BrowserTest
class DashboardInBrowserTest {

    private static final List<String> COMPLAINTS = List.of("error", "warning");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeEach
    void log_in() {
        LocalDateTime noon =
                LocalDateTime.now(ZoneId.of("Asia/Shanghai")).toLocalDate().atTime(12, 0);
        if (jdbc.sql("select count(*) from ledger_entry").query(Long.class).single() == 0)
            new RandomLedger(jdbc, noon, 7).fill(300);
        open(true);
    }

    private void open(boolean withScripts) {
        if (context != null) context.close();
        context = Chromium.window(
                "http://localhost:" + port,
                "leader",
                new Browser.NewContextOptions().setJavaScriptEnabled(withScripts));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (COMPLAINTS.contains(message.type())) complaints.add(message.type() + ": " + message.text());
        });
        page.onPageError(complaints::add);
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void each_chart_is_drawn_and_everybody_can_read_the_page(int width) {
        page.setViewportSize(width, 800);
        at("/dashboard");
        assertThat(page.locator("table[data-chart]").count()).isEqualTo(9);
        assertThat(page.locator(".chart canvas").count()).isEqualTo(9);
        Object coloured = page.evaluate("""
                [...document.querySelectorAll('.chart canvas')].filter(one => {
                    const pixels = one.getContext('2d').getImageData(0, 0, one.width, one.height).data;
                    return new Set(new Uint32Array(pixels.buffer)).size > 10;
                }).length""");
        assertThat(coloured).isEqualTo(9);
        look("dashboard", width);
        page.locator("#topic summary").click();
        look("dashboard-table", width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    void the_league_and_what_cannot_be_shown_are_readable_as_well(int width) {
        page.setViewportSize(width, 800);
        at("/dashboard/league?by=RATING");
        look("league", width);
        at("/dashboard?department=gongan");
        look("dashboard-department", width);
        at("/dashboard?from=2040-01-01&to=2040-12-31");
        look("dashboard-empty", width);
        page.navigate("http://localhost:" + port + "/dashboard?from=2026-02-01&to=2026-01-01");
        look("dashboard-fault", width);
        complaints.removeIf(complaint -> complaint.contains("status of 400"));
    }

    @Test
    void a_click_on_a_bar_leads_to_its_entries() {
        page.setViewportSize(1280, 800);
        at("/dashboard");
        String entries = page.locator("#topic tbody tr")
                .nth(1)
                .locator("td")
                .textContent()
                .strip();
        page.locator("#topic .chart").scrollIntoViewIfNeeded();
        List<?> middle = (List<?>) page.evaluate("""
                (() => {
                    const place = document.querySelector('#topic .chart');
                    const [x, y] = echarts.getInstanceByDom(place).convertToPixel({ seriesIndex: 0 }, [1, 1]);
                    const box = place.getBoundingClientRect();
                    return [box.x + x, box.y + y];
                })()""");
        page.mouse().click(((Number) middle.get(0)).doubleValue(), ((Number) middle.get(1)).doubleValue());
        page.waitForURL("**/ledger?*topic=*");
        assertThat(page.locator(".title-line b").first().textContent()).isEqualTo(entries);
    }

    @Test
    void without_a_script_the_tables_say_it_all() {
        open(false);
        at("/dashboard");
        assertThat(page.locator("#topic tbody td a").first().isVisible()).isTrue();
        assertThat(page.locator(".chart").count()).isZero();
    }

    @Test
    void paper_has_the_charts_and_their_numbers_and_nothing_to_click_on() {
        at("/dashboard");
        page.pdf(new Page.PdfOptions()
                .setFormat("A4")
                .setPreferCSSPageSize(true)
                .setPath(Path.of("target/dashboard.pdf")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".on-paper").isVisible()).isTrue();
        assertThat(page.locator("form.filters").isVisible()).isFalse();
        assertThat(page.locator(".top nav").isVisible()).isFalse();
    }

    /** Nothing is cut off or against WCAG 2.2 AA. */
    private void look(String name, int width) {
        Chromium.picture(page, name + "-" + width, true);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                                .analyze()
                                .getViolations()
                                .stream()
                                .map(rule -> rule.getId() + " "
                                        + rule.getNodes().get(0).getHtml()))
                .as(name)
                .isEmpty();
    }

    private void at(String path) {
        page.navigate("http://localhost:" + port + path);
    }
}
