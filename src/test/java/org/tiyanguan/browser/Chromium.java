package org.tiyanguan.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The installed browser. */
public final class Chromium {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private Chromium() {}

    public static boolean isThere() {
        return Files.exists(PROGRAM);
    }

    public static Browser launch(Playwright playwright) {
        return playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(PROGRAM)
                .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }
}
