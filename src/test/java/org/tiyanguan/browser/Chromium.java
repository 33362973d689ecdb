package org.tiyanguan.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The installed browser, one for all classes of a JVM; without its windows, where that is installed, which takes a
 * third less of the machine. Pictures of what it shows land in {@code target/screenshots} if {@code -Dscreenshots=true}
 * asks for them.
 */
public final class Chromium {

    private static final Optional<Path> PROGRAM = Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst();

    /** The cookies of those who have logged in, by the program's address and the user. */
    private static final Map<String, String> LOGINS = new HashMap<>();

    private static Browser browser;

    private Chromium() {}

    public static boolean isThere() {
        return PROGRAM.isPresent();
    }

    /** A window of nobody yet. */
    public static BrowserContext window(Browser.NewContextOptions options) {
        if (browser == null)
            browser = Playwright.create()
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(PROGRAM.orElseThrow())
                            .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
        return browser.newContext(options.setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
    }

    /** A window of one of the demo's people, who logged in at the login page once and must not log out in it. */
    public static BrowserContext window(String base, String user, Browser.NewContextOptions options) {
        String state = LOGINS.get(base + " " + user);
        if (state == null) {
            try (BrowserContext window = window(new Browser.NewContextOptions())) {
                Page page = window.newPage();
                page.navigate(base + "/login");
                logIn(page, user);
                state = window.storageState();
            }
            LOGINS.put(base + " " + user, state);
        }
        return window(options.setStorageState(state));
    }

    /** Fills in the login page. */
    public static void logIn(Page page, String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill("Demo#2026");
        page.locator("form[action='/login'] button").click();
        page.locator(".who form").waitFor();
    }

    public static boolean takesPictures() {
        return Boolean.getBoolean("screenshots");
    }

    public static void picture(Page page, String name, boolean ofTheWholePage) {
        if (takesPictures())
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(ofTheWholePage)
                    .setPath(Path.of("target/screenshots", name + ".png")));
    }

    /** Closes the windows that a class left open, and forgets who logged in. */
    static class Closing implements AfterAllCallback {

        @Override
        public void afterAll(ExtensionContext context) {
            Tasklist.closeAll();
            LOGINS.clear();
            if (browser != null) browser.contexts().forEach(BrowserContext::close);
        }
    }
}
