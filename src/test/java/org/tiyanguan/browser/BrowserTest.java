package org.tiyanguan.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tiyanguan.IntegrationTest;

/** The running program as a real browser shows it, where one is installed. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest
@ExtendWith(Chromium.Closing.class)
@EnabledIf("org.tiyanguan.browser.Chromium#isThere")
public @interface BrowserTest {}
