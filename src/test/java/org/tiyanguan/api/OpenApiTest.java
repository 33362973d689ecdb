package org.tiyanguan.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.security.KeyScope;

/** The API's description is the one in {@code docs/}, from which others make their clients. */
@IntegrationTest
class OpenApiTest {

    private static final Path COMMITTED = Path.of("docs/openapi.json");
    private static final Path CURRENT = Path.of("target/openapi.json");

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    ApplicationContext program;

    @Test
    void the_committed_description_is_what_the_program_says() throws Exception {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        String current = json.writeValueAsString(json.readTree(
                        Browser.of(port, "center").get("/v3/api-docs").body())) + "\n";
        Files.writeString(CURRENT, current);
        assertThat(current)
                .as("the API changed: look the difference over, then  cp %s %s", CURRENT, COMMITTED)
                .isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void it_has_only_the_api_and_every_text_is_said() {
        String description =
                callers.with(port, KeyScope.FINDINGS_READ).get("/v3/api-docs").body();
        assertThat(description)
                .doesNotContain("openapi.", "/admin", "/engine-rest", "/actuator")
                .contains("/api/findings", "/api/ledger/requests.{format}");
    }

    @Test
    void its_page_runs_no_script_in_itself() {
        HttpResponse<String> page = Browser.of(port, "admin").get("/swagger-ui/index.html");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "style-src 'self' 'unsafe-inline'")
                        .doesNotContain("script-src"));
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*src=)");
        assertThat(Browser.of(port, "admin")
                        .get("/ledger")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .doesNotContain("unsafe");
    }

    /** The page's library turns that on, which took half of the time of each page of ours. */
    @Test
    void because_of_its_page_no_link_is_looked_for_among_all_files() {
        assertThat(program.getBeanNamesForType(ResourceUrlProvider.class)).isNotEmpty();
        assertThat(program.containsBean("resourceUrlEncodingFilter")).isFalse();
    }
}
