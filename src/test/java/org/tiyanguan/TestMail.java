package org.tiyanguan;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/** Gives the tests' program a real mail server. */
public class TestMail implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** On one port, also when a test takes it down and up again. */
    private static final GreenMail SERVER = new GreenMail(
            new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    /** The server, which is up and has no mail. */
    public static GreenMail emptyServer() {
        SERVER.reset();
        return SERVER;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!SERVER.isRunning()) SERVER.start();
        TestPropertyValues.of(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + SERVER.getSmtp().getPort())
                .applyTo(context);
    }
}
