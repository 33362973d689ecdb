package org.tiyanguan.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One person at Camunda Tasklist, in a browser of their own. */
public class Tasklist implements AutoCloseable {

    /** The windows, which are kept until the class ends: the first to load all scripts takes seconds. */
    private static final Map<String, Tasklist> OPEN = new HashMap<>();

    private static final String PATH = "/camunda/app/tasklist/default/";

    /** The network is idle when it has been silent for as long as Playwright asks of a page that loads. */
    private static final long QUIET = Duration.ofMillis(500).toNanos();

    /** Milliseconds in which a task is there once Tasklist has loaded. */
    private static final double SOON = 10_000;

    private final Page page;
    private final String base;

    /** Requests without an answer yet, and when the last one began or ended. */
    private final Set<Request> asked = new HashSet<>();

    private long heard;

    /**
     * Whether a form was just sent off, so that Tasklist is there and shows nothing: another task need not load it
     * anew.
     */
    private boolean done;

    private Tasklist(Page page, String base) {
        this.page = page;
        this.base = base;
        page.onRequest(request -> heard(asked.add(request)));
        page.onRequestFinished(request -> heard(asked.remove(request)));
        page.onRequestFailed(request -> heard(asked.remove(request)));
        // Where a page gives way to the next, the browser does not tell the end of what it had asked.
        page.onResponse(response -> {
            if (response.request().isNavigationRequest()) asked.clear();
        });
    }

    private void heard(boolean ofThisPage) {
        if (ofThisPage) heard = System.nanoTime();
    }

    public static Tasklist of(String base, String user) {
        Tasklist tasklist = OPEN.computeIfAbsent(
                base + " " + user,
                key -> new Tasklist(
                        Chromium.window(base, user, new Browser.NewContextOptions())
                                .newPage(),
                        base));
        tasklist.page.setViewportSize(1400, 1300);
        // So that nothing of what was there before is left on the screen.
        if (!tasklist.done) tasklist.page.navigate(base + "/");
        return tasklist;
    }

    static void closeAll() {
        OPEN.clear();
    }

    /** The window, in which anything may happen. */
    public Page page() {
        done = false;
        return page;
    }

    /** Opens the start form of the process of that name, which the user may start. */
    public Tasklist startProcess(String name) {
        if (!isOpen()) page.navigate(base + PATH);
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
        done = true;
    }

    private boolean isOpen() {
        return page.url().startsWith(base + PATH);
    }

    /** Follows the link that mails carry, and claims the task unless it is the user's already. */
    public Tasklist open(String number) {
        String pages = Map.of(
                        "TYG",
                        "/ledger/",
                        "RW-",
                        "/assignments/",
                        "HD-",
                        "/events/",
                        "KH-",
                        "/reviews/",
                        "HY-",
                        "/practices/")
                .getOrDefault(number.substring(0, 3), "/applications/");
        String ofCase = number.startsWith("NZ-") ? "/annual/" + number.substring(3) : pages + number;
        String task = page.request()
                .get(base + ofCase + "/task", RequestOptions.create().setMaxRedirects(0))
                .headers()
                .get("location");
        if (done) page.evaluate("hash => location.hash = hash", task.substring(task.indexOf('#')));
        else load(task);
        done = false;
        Locator claim = page.locator("button.claim");
        Locator editable = page.locator(".fjs-container :is(input, textarea):not([disabled])")
                .first();
        if (!appears(claim.or(editable).first())) {
            // On a busy machine Tasklist loses now and then which task its address names; people load it again, too.
            load(task);
            claim.or(editable).first().waitFor();
        }
        if (claim.isVisible()) claim.click();
        editable.waitFor();
        // Claiming draws the form once more; what was typed before would be lost.
        rest();
        return this;
    }

    private void load(String task) {
        if (isOpen()) page.navigate(base + "/");
        page.navigate(base + task);
        // What loads after the page draws the task once more.
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static boolean appears(Locator locator) {
        try {
            locator.waitFor(new Locator.WaitForOptions().setTimeout(SOON));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /** Opens the list of a filter. */
    public Tasklist list(String filter) {
        page().navigate(base + PATH);
        page.getByText(filter).first().waitFor();
        // The list of the first filter, if it came later, would take the place of the one that is asked for.
        rest();
        page.getByText(filter).first().click();
        return this;
    }

    /** Until Tasklist has asked for all it wants, and has worked on the answers, which takes long on a busy machine. */
    private void rest() {
        do {
            quiet();
            drawn();
        } while (!isQuiet());
    }

    private void quiet() {
        try {
            page.waitForCondition(this::isQuiet, new Page.WaitForConditionOptions().setTimeout(SOON));
        } catch (TimeoutError e) {
            // On a busy machine the browser now and then does not tell of a request that it has ended.
            asked.clear();
        }
    }

    private boolean isQuiet() {
        return asked.isEmpty() && System.nanoTime() - heard > QUIET;
    }

    public Tasklist choose(String label) {
        Locator box = form().getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
        // A field that has just appeared does not listen yet, and is drawn once more as it was.
        int tries = 0;
        do {
            box.check();
            drawn();
        } while (!box.isChecked() && ++tries < 3);
        return this;
    }

    /**
     * A form drawn anew within 300 ms of the typing, as it is after a change in another field, loses what was typed;
     * only a program types so quickly after that change, but a person, who would see it, would type it again.
     */
    public Tasklist fill(String label, String text) {
        // The heads of tables have labels, too.
        Locator field =
                form().getByLabel(label).and(page.locator("input, textarea")).first();
        int tries = 0;
        do {
            field.fill(text);
            field.blur();
            drawn();
        } while (field.inputValue().isEmpty() && !text.isEmpty() && ++tries < 3);
        return this;
    }

    private void drawn() {
        // A window in which nothing moves is never idle by itself.
        page.evaluate("() => new Promise(done => requestIdleCallback(done, { timeout: 1000 }))");
    }

    /** The form takes date and time together; quicker than a person, one may be lost, and it says so. */
    public Tasklist fillTime(String label, String date, String time) {
        Locator fault = form().locator(".fjs-form-field-datetime")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator(".fjs-form-field-error");
        int tries = 0;
        do {
            fill(label + "（日期）", date);
            fill(label + "（时间）", time);
        } while (!goes(fault) && ++tries < 3);
        return this;
    }

    private static boolean goes(Locator locator) {
        try {
            locator.waitFor(new Locator.WaitForOptions()
                    .setState(WaitForSelectorState.DETACHED)
                    .setTimeout(SOON));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /** One of a list that opens when it is clicked. */
    public Tasklist pick(String label, String option) {
        Locator field =
                form().getByLabel(Pattern.compile("^" + label + "\\*?$")).first();
        // A list that cannot be searched hides its field and shows what is chosen beside it.
        Locator shown = field.isVisible() ? field : field.locator("..");
        shown.click();
        page.locator(".fjs-dropdownlist-item")
                .getByText(option, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        if (shown != field) shown.getByText(option).waitFor();
        // A list of several to choose stays open.
        field.blur();
        return this;
    }

    public Tasklist picture(String name) {
        Chromium.picture(page, name, false);
        return this;
    }

    public void complete() {
        page.locator("button[ng-click='complete()']").click();
        try {
            form().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        } catch (TimeoutError e) {
            throw new AssertionError("Tasklist keeps the form: " + text(), e);
        }
        // It asks for its lists anew, and draws whatever is open then once more.
        rest();
        done = true;
    }

    public String text() {
        return page.locator("body").innerText();
    }

    public Locator form() {
        return page.locator(".fjs-container");
    }

    /** The person gets up; the window stays, with all scripts that it has loaded. */
    @Override
    public void close() {}
}
