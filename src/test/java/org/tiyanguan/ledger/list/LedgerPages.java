package org.tiyanguan.ledger.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The ledger's pages, as whoever has a role gets and reads them. */
@Component
@Lazy
public class LedgerPages {

    private static final Pattern NUMBER = Pattern.compile("class=\"nowrap\">\\s*<a href=\"/ledger/(TYG-[0-9-]+)\"");

    private final MockMvc mvc;

    LedgerPages(MockMvc mvc) {
        this.mvc = mvc;
    }

    public List<String> numbers(String role, String query) throws Exception {
        return numbersOn(page(role, "/ledger?" + query));
    }

    static List<String> numbersOn(String page) {
        return NUMBER.matcher(page).results().map(found -> found.group(1)).toList();
    }

    /** What stands behind the question mark of the page's link of that kind, null if there is none. */
    static @Nullable String link(String page, String rel) {
        Matcher link = Pattern.compile("href=\"/ledger\\?([^\"]+)\" rel=\"" + rel + "\"")
                .matcher(page);
        return link.find() ? link.group(1).replace("&amp;", "&") : null;
    }

    List<String> columns(String role, String query) throws Exception {
        return Pattern.compile("<th scope=\"col\"[^>]*>([^<]+)<")
                .matcher(page(role, "/ledger?" + query))
                .results()
                .map(head -> head.group(1))
                .toList();
    }

    public String page(String role, String address) throws Exception {
        MockHttpServletResponse response = perform(role, get(URI.create(encoded(address))));
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder();
        for (char c : address.toCharArray())
            encoded.append(
                    c < 128 && c != '<' && c != '>' && c != '\''
                            ? String.valueOf(c)
                            : URLEncoder.encode(String.valueOf(c), StandardCharsets.UTF_8));
        return encoded.toString();
    }

    public MockHttpServletResponse perform(String role, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(as(role, request)).andReturn().getResponse();
    }

    /** The user of a role is called as in the demo's people. */
    static MockHttpServletRequestBuilder as(String role, MockHttpServletRequestBuilder request) {
        String name = role.equals("center-leader") ? "leader" : role.replaceFirst("^dept-", "");
        return request.with(user(name).authorities(new SimpleGrantedAuthority(role)))
                .with(csrf())
                .accept(MediaType.TEXT_HTML);
    }

    /** What a reader sees of a page's body. */
    public static String text(String page) {
        return page.replaceAll("(?s)^.*<main", "<main")
                .replaceAll("(?s)<(style|title).*?</\\1>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
