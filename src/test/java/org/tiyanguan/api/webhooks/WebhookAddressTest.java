package org.tiyanguan.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where messages may go, so that nobody makes the program call what only the program reaches. */
class WebhookAddressTest {

    private final WebhookAddress usual = new WebhookAddress(new WebhookSettings(true, false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.9.9.9/",
                "http://localhost:8080/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://0.0.0.0/",
                "http://0.1.2.3/",
                "http://[::]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[fe80::1]/",
                "http://[fd00:ec2::254]/",
                "http://100.100.100.200/",
                "http://192.0.0.192/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[ff02::1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://2130706433/",
                "http://127.1/",
                "http://0x7f.0.0.1/",
                "http://0x7f000001/",
                "http://[::1%25lo]/",
                "http://[fe80::1%25eth0]/",
                "http://[::127.0.0.1]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[::ffff:169.254.169.254]/",
                "http://[64:ff9b::a9fe:a9fe]/",
                "http://[64:ff9b:1::7f00:1]/",
                "http://[2001::1]/",
                "http://168.63.129.16/"
            })
    void this_machine_its_neighbours_and_a_clouds_own_services_are_closed(String address) {
        assertThat(usual.fault(address)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "//10.0.0.1/",
                "ftp://10.0.0.1/",
                "file:///etc/passwd",
                "gopher://10.0.0.1/",
                "http://user@10.0.0.1/",
                "http://user:secret@10.0.0.1/",
                "http:///hook",
                "http://10.0.0.1/#x",
                "http://10.0.0.1/ x",
                "javascript:alert(1)",
                "http://a\nb/"
            })
    void what_is_no_plain_web_address_is_refused(String address) {
        assertThat(usual.fault(address)).isEqualTo("webhook.fault.url");
    }

    @Test
    void an_address_that_is_too_long_is_refused() {
        assertThat(usual.fault("http://10.0.0.1/" + "x".repeat(500))).isEqualTo("webhook.fault.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://10.0.0.1:8080/hook", "https://172.16.3.4/", "http://192.168.1.1/", "http://[fd12::1]/"})
    void a_citys_own_network_is_open_unless_the_settings_close_it(String address) {
        assertThat(usual.fault(address)).isNull();
        assertThat(new WebhookAddress(new WebhookSettings(false, false)).fault(address))
                .isEqualTo("webhook.fault.network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://1.2.4.8/hook?x=y", "http://[2400:3200::1]/"})
    void the_internet_is_open(String address) {
        assertThat(new WebhookAddress(new WebhookSettings(false, false)).fault(address))
                .isNull();
    }

    @Test
    void this_machine_is_closed_by_each_of_its_own_addresses() throws Exception {
        for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces()))
            for (InetAddress own : Collections.list(card.getInetAddresses())) {
                String host = own instanceof Inet6Address
                        ? "[" + own.getHostAddress().replace("%", "%25") + "]"
                        : own.getHostAddress();
                assertThat(usual.fault("http://" + host + "/")).as(host).isNotNull();
                if (!(own instanceof Inet6Address))
                    assertThat(usual.fault("http://[::ffff:" + host + "]/"))
                            .as(host)
                            .isNotNull();
            }
    }

    @Test
    void the_machine_that_was_checked_is_called_whatever_the_name_stands_for_then() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> asked = new ArrayList<>();
        server.createContext("/", request -> {
            asked.add(request.getRequestHeaders().getFirst("Host") + request.getRequestURI() + " "
                    + new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            request.sendResponseHeaders(204, -1);
            request.close();
        });
        server.start();
        try {
            // Nobody has that name: if it were looked up once more, nothing would be found.
            URI uri = URI.create("http://rebound.invalid:" + server.getAddress().getPort() + "/hook?a=%20b");
            assertThat(WebhookCall.post(
                            new WebhookAddress.Target(uri, InetAddress.getLoopbackAddress()),
                            Map.of("X-A", "b"),
                            "{\"字\":1}"))
                    .isEqualTo(204);
            assertThat(asked)
                    .containsExactly("rebound.invalid:" + server.getAddress().getPort() + "/hook?a=%20b {\"字\":1}");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void this_machine_is_open_for_trying_out() {
        assertThat(new WebhookAddress(new WebhookSettings(true, true)).fault("http://localhost:1234/"))
                .isNull();
    }
}
