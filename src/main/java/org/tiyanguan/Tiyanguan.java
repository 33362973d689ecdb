package org.tiyanguan;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program: a city's government-service experience officer scheme. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class Tiyanguan {

    public static void main(String[] args) {
        // The engine and the database read the JVM's zone; the scheme's dates are Asia/Shanghai wherever the server
        // stands.
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        SpringApplication.run(Tiyanguan.class, args);
    }
}
