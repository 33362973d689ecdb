package org.tiyanguan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;

/** The phone of an officer who has logged in, 360 pixels wide, and the page that it shows. */
final class OfficerPhone {

    /** What is kept on the phone, as [key, row]. */
    static final String ROWS = """
            () => new Promise(done => {
                indexedDB.open('kept').onsuccess = opened => {
                    const rows = [];
                    opened.target.result.transaction('forms').objectStore('forms').openCursor().onsuccess = found => {
                        const cursor = found.target.result;
                        if (!cursor) return done(rows);
                        rows.push([cursor.key, { ...cursor.value, files: [] }]);
                        cursor.continue();
                    };
                };
            })""";

    final String base;
    BrowserContext context;
    Page page;

    OfficerPhone(int port) {
        base = "http://localhost:" + port;
        open(new Browser.NewContextOptions());
    }

    void open(Browser.NewContextOptions options) {
        context = Chromium.window(base, "officer", options.setViewportSize(360, 740));
        page = context.newPage();
    }

    void close() {
        context.close();
    }

    /** Waits until the phone has kept the title of that finding. */
    void kept(int finding) {
        page.waitForCondition(() -> (boolean) page.evaluate(
                "async () => (await (" + ROWS + ")()).some(([, row]) => row.typed.some(([name, value]) => name === 'f"
                        + finding + "-title' && value))"));
    }

    void forgotten() {
        page.waitForCondition(() -> ((List<?>) page.evaluate(ROWS)).isEmpty());
    }

    void fillIn(int finding) {
        String f = "f" + finding + "-";
        page.locator("[name='" + f + "kind'][value='SUGGESTION']").check();
        page.locator("#" + f + "title").fill("户籍窗口排队过久");
        page.locator("#" + f + "description").fill("取号后等了两个小时，只开了一个窗口。");
        page.locator("#" + f + "place").fill("二楼A区");
        page.locator("#" + f + "occurredOn").fill(LocalDate.now().minusDays(1).toString());
        page.locator("#" + f + "serviceItem").fill("户口迁移" + System.nanoTime());
        page.locator("[name='" + f + "urgency'][value='NORMAL']").check();
    }

    void press(String label) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label))
                .first()
                .click();
    }

    static FilePayload photo(int colour) {
        BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 800; x++) for (int y = 0; y < 600; y++) picture.setRGB(x, y, colour - x / 8);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload("photo.jpg", "image/jpeg", bytes.toByteArray());
    }

    void at(String path) {
        page.navigate(base + path);
    }

    /** Nothing is cut off or against WCAG 2.2 AA. */
    void look(String name) {
        // A page that gives way to the next one may already have its words, and not yet its style.
        page.waitForLoadState();
        picture("officer-phone-" + name);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(360);
        List<Rule> broken = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(broken.stream()
                        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml()))
                .as(name)
                .isEmpty();
        if (!Chromium.takesPictures()) return;
        page.setViewportSize(1200, 800);
        picture("officer-desktop-" + name);
        page.setViewportSize(360, 740);
    }

    private void picture(String name) {
        Chromium.picture(page, name, true);
    }
}
