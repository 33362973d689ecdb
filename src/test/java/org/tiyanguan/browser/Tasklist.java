package org.tiyanguan.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** One person at Camunda Tasklist, in a browser of their own. */
public class Tasklist implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String base;

    private Tasklist(BrowserContext context, String base) {
        this.context = context;
        this.page = context.newPage();
        this.base = base;
    }

    public static Tasklist of(Browser browser, String base, String user) {
        Tasklist tasklist = new Tasklist(
                browser.newContext(new Browser.NewContextOptions()
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setViewportSize(1400, 1300)),
                base);
        tasklist.page.navigate(base + "/login");
        tasklist.page.locator("#username").fill(user);
        tasklist.page.locator("#password").fill("Demo#2026");
        tasklist.page.locator("button[type=submit]").click();
        return tasklist;
    }

    public Page page() {
        return page;
    }

    /** Opens the start form of the process of that name, which the user may start. */
    public Tasklist startProcess(String name) {
        page.navigate(base + "/camunda/app/tasklist/default/");
        page.locator("a[ng-click='open()']:has(.glyphicon-list-alt)").click();
        page.locator(".modal-content")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
        form().waitFor();
        return this;
    }

    public void start() {
        page.locator("button[ng-click='startProcessInstance()']").click();
        page.locator(".modal-content").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Follows the link that mails carry, and claims the task unless it is the user's already. */
    public Tasklist open(String number) {
        // From elsewhere, so that nothing of the task before is left on the screen.
        page.navigate(base + "/");
        String pages = Map.of("TYG", "/ledger/", "RW-", "/assignments/")
                .getOrDefault(number.substring(0, 3), "/applications/");
        page.navigate(base + pages + number + "/task");
        Locator claim = page.locator("button.claim");
        Locator editable = page.locator(".fjs-container :is(input, textarea):not([disabled])")
                .first();
        claim.or(editable).first().waitFor();
        if (claim.isVisible()) claim.click();
        editable.waitFor();
        // Claiming draws the form once more; what was typed before would be lost.
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return this;
    }

    public Tasklist choose(String label) {
        form().getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    public Tasklist fill(String label, String text) {
        Locator field = form().getByLabel(label).first();
        field.fill(text);
        field.blur();
        return this;
    }

    /** One of a list that opens when it is clicked. */
    public Tasklist pick(String label, String option) {
        Locator field =
                form().getByLabel(Pattern.compile("^" + label + "\\*?$")).first();
        field.click();
        page.locator(".fjs-dropdownlist-item")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        // A list of several to choose stays open.
        field.blur();
        return this;
    }

    public Tasklist picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
        return this;
    }

    public void complete() {
        page.locator("button[ng-click='complete()']").click();
        page.locator(".fjs-container").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    public String text() {
        return page.locator("body").innerText();
    }

    public Locator form() {
        return page.locator(".fjs-container");
    }

    @Override
    public void close() {
        context.close();
    }
}
