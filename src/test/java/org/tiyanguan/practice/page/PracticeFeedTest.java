package org.tiyanguan.practice.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.Browser;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.practice.Practising;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The Atom feed, read as a reader of feeds does (RFC 4287). */
@IntegrationTest
@AtTime("2026-03-02T10:00:00")
class PracticeFeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @LocalServerPort
    int port;

    @Autowired
    Practising practising;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothing_else_is_public() {
        practising.othersAreWithdrawn();
    }

    @Test
    void an_empty_feed_is_a_feed() throws Exception {
        Document feed = feed();
        assertThat(feed.getElementsByTagNameNS(ATOM, "entry").getLength()).isZero();
        for (String needed : List.of("id", "title", "updated", "author"))
            assertThat(feed.getElementsByTagNameNS(ATOM, needed).getLength())
                    .as(needed)
                    .isOne();
    }

    @Test
    void each_practice_is_an_entry_with_all_that_the_standard_wants() throws Exception {
        String number = practising.begun();
        Map<String, Object> text = Practising.text();
        text.put("title", "<b>高峰 & 增开</b> ]]> 窗口");
        text.put("done", "先看取号数。\n再增开两个窗口 𠮷 😀 <script>。");
        practising.complete("center", number, "center-write-practice", text);
        practising.agrees(number);
        practising.approves(number);
        // No form lets it in; what did would make the feed unreadable.
        jdbc.sql("update practice_text set before_text = ? where practice = ?")
                .params("两个\u000b小时", number)
                .update();
        Element entry = (Element) feed().getElementsByTagNameNS(ATOM, "entry").item(0);
        assertThat(text(entry, "id")).endsWith("/practices/" + number).startsWith("http");
        assertThat(text(entry, "title")).isEqualTo("<b>高峰 & 增开</b> ]]> 窗口");
        assertThat(OffsetDateTime.parse(text(entry, "published"))).isEqualTo("2026-03-02T10:00:00+08:00");
        assertThat(OffsetDateTime.parse(text(entry, "updated"))).isEqualTo("2026-03-02T10:00:00+08:00");
        assertThat(text(entry, "summary")).isEqualTo("市公安局：平均等候由两小时降到二十分钟。");
        assertThat(text(entry, "content")).contains("两个小时", "再增开两个窗口 𠮷 😀 <script>");
        Element link = (Element) entry.getElementsByTagNameNS(ATOM, "link").item(0);
        assertThat(link.getAttribute("rel")).isEqualTo("alternate");
        assertThat(link.getAttribute("href")).endsWith("/practices/" + number);
    }

    @Test
    void the_newest_comes_first_and_a_revision_is_an_update_of_the_same_entry() throws Exception {
        String older = practising.published();
        Practising.now("2026-03-03T10:00:00");
        String newer = practising.published();
        assertThat(ids())
                .satisfiesExactly(
                        id -> assertThat(id).endsWith(newer),
                        id -> assertThat(id).endsWith(older));
        practising.timePassesTo(older, "2026-09-02T09:00:00");
        practising.looksAtEffect(older, "REVISE", "请补充自助机的做法");
        practising.writes(older);
        practising.agrees(older);
        practising.approves(older);
        Element entry = (Element) feed().getElementsByTagNameNS(ATOM, "entry").item(1);
        assertThat(text(entry, "id")).endsWith(older);
        assertThat(OffsetDateTime.parse(text(entry, "published"))).isEqualTo("2026-03-02T10:00:00+08:00");
        assertThat(OffsetDateTime.parse(text(entry, "updated"))).isEqualTo("2026-09-02T09:00:00+08:00");
        assertThat(OffsetDateTime.parse(text(feed().getDocumentElement(), "updated")))
                .isEqualTo("2026-09-02T09:00:00+08:00");
    }

    private List<String> ids() throws Exception {
        NodeList entries = feed().getElementsByTagNameNS(ATOM, "entry");
        return IntStream.range(0, entries.getLength())
                .mapToObj(i -> text((Element) entries.item(i), "id"))
                .toList();
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    private Document feed() throws Exception {
        HttpResponse<String> answer = new Browser(port).get("/practices.atom");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo("application/atom+xml;charset=UTF-8");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    }
}
