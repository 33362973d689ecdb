package org.tiyanguan.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The installed browser; without its windows, where that is installed, which takes a third less of the machine. */
public final class Chromium {

    private static final Optional<Path> PROGRAM = Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst();

    private Chromium() {}

    public static boolean isThere() {
        return PROGRAM.isPresent();
    }

    public static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM.orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }
}
