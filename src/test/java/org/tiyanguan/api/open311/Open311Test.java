package org.tiyanguan.api.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tiyanguan.api.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.AtTime;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.OnH2Too;
import org.tiyanguan.api.Caller;
import org.tiyanguan.api.Callers;
import org.tiyanguan.rectification.Loop;
import org.tiyanguan.security.KeyScope;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A client of Open311 GeoReport v2: field and element names, arrays, limits and errors as the specification has them.
 */
@IntegrationTest
@OnH2Too
@AtTime("2026-03-02T10:00:00")
class Open311Test {

    @LocalServerPort
    int port;

    @Autowired
    Callers callers;

    @Autowired
    Loop loop;

    @Autowired
    JdbcClient jdbc;

    private Caller caller;

    @BeforeEach
    void a_system_has_a_key() {
        caller = callers.with(port, KeyScope.OPEN311);
    }

    @Test
    void services_are_the_topics() throws Exception {
        JsonNode services = json(caller.get("/api/ledger/services.json"));
        assertThat(services).hasSize(10);
        assertThat(services.get(3).toString())
                .isEqualTo(
                        "{\"service_code\":\"WINDOW\",\"service_name\":\"窗口设置\","
                                + "\"description\":\"办事过程中遇到的窗口设置方面的问题\",\"metadata\":true,\"type\":\"realtime\",\"keywords\":\"窗口设置\",\"group\":\"政务服务\"}");
        HttpResponse<String> answer = caller.get("/api/ledger/services.xml");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow().toLowerCase())
                .isEqualTo("text/xml;charset=utf-8");
        Element root = xml(answer);
        assertThat(root.getTagName()).isEqualTo("services");
        assertThat(texts(root, "service", "service_code")).hasSize(10).contains("WINDOW", "OTHER");
        assertThat(caller.get("/api/ledger/services.txt").statusCode()).isIn(403, 404);
    }

    @Test
    void a_service_says_what_else_it_asks() throws Exception {
        JsonNode definition = json(caller.get("/api/ledger/services/GUIDE.json"));
        assertThat(definition.get("service_code").asText()).isEqualTo("GUIDE");
        assertThat(definition.get("attributes").findValuesAsText("code")).containsExactly("service_item", "urgency");
        assertThat(definition.at("/attributes/1/values/1/key").asText()).isEqualTo("URGENT");
        Element root = xml(caller.get("/api/ledger/services/GUIDE.xml"));
        assertThat(root.getTagName()).isEqualTo("service_definition");
        assertThat(texts(root, "value", "name")).containsExactly("一般", "较急", "紧急");
        HttpResponse<String> unknown = caller.get("/api/ledger/services/POTHOLE.xml");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(texts(xml(unknown), "error", "code")).containsExactly("404");
    }

    @Test
    void a_request_is_reported_and_followed_until_it_is_closed() throws Exception {
        HttpResponse<String> created = post("json", problem());
        assertThat(created.statusCode()).isEqualTo(201);
        String number = json(created).get(0).get("service_request_id").asText();
        assertThat(json(created).get(0).get("service_notice").asText()).contains("已记入台账", "有可能指认个人的文字（姓名，电话）");
        Map<String, Object> row = jdbc.sql(
                        "select * from ledger_entry e join reporter r on r.number = e.number where e.number = :n")
                .param("n", number)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("title", "取号机经常缺纸")
                .containsEntry("place", "一楼大厅")
                .containsEntry("topic", "ENVIRONMENT")
                .containsEntry("service_item", "取号")
                .containsEntry("urgency", "URGENT")
                .containsEntry("name", "吴小明")
                .containsEntry("channel", "OTHER");

        JsonNode open = json(caller.get("/api/ledger/requests/" + number + ".json"));
        assertThat(open).hasSize(1);
        assertThat(open.get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "service_request_id",
                        "status",
                        "status_notes",
                        "service_name",
                        "service_code",
                        "description",
                        "agency_responsible",
                        "service_notice",
                        "requested_datetime",
                        "updated_datetime",
                        "expected_datetime",
                        "address",
                        "address_id",
                        "zipcode",
                        "lat",
                        "long",
                        "media_url");
        assertThat(open.get(0).get("status").asText()).isEqualTo("open");
        assertThat(open.get(0).get("requested_datetime").asText()).isEqualTo("2026-03-02T10:00:00+08:00");
        assertThat(open.toString()).doesNotContain("吴小明", "13800138000", "wu@example.com");

        Loop.now("2026-03-03T10:00:00");
        loop.complete("center", number, "center-triage", Map.of("triage", "ANSWER", "triageReason", "已经加好了纸，谢谢提醒。"));
        Element closed = xml(caller.get("/api/ledger/requests/" + number + ".xml"));
        assertThat(closed.getTagName()).isEqualTo("service_requests");
        assertThat(texts(closed, "request", "status")).containsExactly("closed");
        assertThat(texts(closed, "request", "status_notes")).containsExactly("已经加好了纸，谢谢提醒。");
        assertThat(texts(closed, "request", "updated_datetime")).containsExactly("2026-03-03T10:00:00+08:00");
    }

    @Test
    void requests_are_narrowed_as_the_specification_says() {
        String february = number(post("json", problem()));
        Loop.now("2026-06-20T10:00:00");
        Map<String, String> guide = problem();
        guide.put("service_code", "GUIDE");
        String june = number(post("json", guide));
        loop.complete("center", june, "center-triage", Map.of("triage", "ANSWER", "triageReason", "已经改好了指南。"));
        assertThat(ids("")).as("the last 90 days").containsExactly(june);
        assertThat(ids("?service_code=&status=&start_date=")).containsExactly(june);
        assertThat(ids("?start_date=2026-03-01T00:00:00Z&end_date=2026-03-31T00:00:00%2B08:00"))
                .containsExactly(february);
        assertThat(ids("?start_date=2026-03-01")).containsExactly(february);
        assertThat(ids("?service_code=GUIDE,WINDOW")).containsExactly(june);
        assertThat(ids("?service_code=WINDOW")).isEmpty();
        assertThat(ids("?status=open")).isEmpty();
        assertThat(ids("?status=open,closed")).containsExactly(june);
        assertThat(ids("?status=open&service_request_id=" + february + "," + june))
                .containsExactly(june, february);
        for (String bad : List.of(
                "start_date=2026-01-01T00:00:00Z&end_date=2026-05-01T00:00:00Z",
                "start_date=yesterday",
                "status=done",
                "service_code=POTHOLE",
                "start_date=-999999999-01-01T00:00:00Z")) {
            HttpResponse<String> refused = caller.get("/api/ledger/requests.json?" + bad);
            assertThat(refused.statusCode()).as(bad).isEqualTo(400);
            assertThat(json(refused).get(0).get("code").asInt()).isEqualTo(400);
            assertThat(json(refused).get(0).get("description").asText()).containsPattern("[\u4e00-\u9fa5]");
        }
    }

    @Test
    void a_client_sees_its_own_requests_and_all_only_if_it_may_read_the_ledger() {
        String own = number(post("json", problem()));
        String officers = loop.report();
        assertThat(ids("")).containsExactly(own);
        HttpResponse<String> strange = caller.get("/api/ledger/requests/" + officers + ".json");
        assertThat(strange.statusCode()).isEqualTo(404);
        assertThat(json(strange).get(0).get("code").asInt()).isEqualTo(404);
        caller = callers.with(port, KeyScope.OPEN311, KeyScope.LEDGER_READ);
        assertThat(ids("")).contains(own, officers);
    }

    @Test
    void what_is_missing_or_wrong_is_said_at_once_in_the_format_that_was_asked_for() throws Exception {
        HttpResponse<String> empty = post("json", new HashMap<>());
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(json(empty)).hasSize(3);
        Map<String, String> wrong = problem();
        wrong.put("phone", "123");
        wrong.put("attribute[urgency]", "NOW");
        HttpResponse<String> answer = post("xml", wrong);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(texts(xml(answer), "error", "code")).containsExactly("400", "400");
        Map<String, String> coordinates = problem();
        coordinates.remove("address_string");
        coordinates.put("lat", "22.93");
        coordinates.put("long", "112.04");
        assertThat(post("xml", coordinates).statusCode()).isEqualTo(201);
    }

    @Test
    void the_key_may_come_as_api_key_and_a_wrong_one_is_403_in_the_format_of_open311() throws Exception {
        String address = "http://localhost:" + port + "/api/ledger/requests.";
        Map<String, String> form = problem();
        form.put("api_key", caller.key());
        assertThat(Caller.send(request(address + "json")
                                .POST(BodyPublishers.ofString(form(form)))
                                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                                .build())
                        .statusCode())
                .isEqualTo(201);
        assertThat(Caller.send(request(address + "json?api_key=" + caller.key()).build())
                        .statusCode())
                .isEqualTo(200);
        for (String key : List.of("", "?api_key=tyg_wrong")) {
            HttpResponse<String> xml =
                    Caller.send(request(address + "xml" + key).build());
            assertThat(xml.statusCode()).isEqualTo(403);
            assertThat(texts(xml(xml), "error", "code")).containsExactly("403");
            HttpResponse<String> json =
                    Caller.send(request(address + "json" + key).build());
            assertThat(json(json).get(0).get("code").asInt()).isEqualTo(403);
        }
        assertThat(Caller.send(request("http://localhost:" + port + "/api/ledger?api_key=" + caller.key())
                                .build())
                        .statusCode())
                .isEqualTo(401);
    }

    private static Map<String, String> problem() {
        return new HashMap<>(Map.of(
                "service_code", "ENVIRONMENT",
                "description", "取号机经常缺纸\n等了很久没有人来加，我是吴小明，电话13800138000。",
                "address_string", "一楼大厅",
                "first_name", "小明",
                "last_name", "吴",
                "phone", "13800138000",
                "email", "wu@example.com",
                "attribute[service_item]", "取号",
                "attribute[urgency]", "URGENT"));
    }

    private HttpResponse<String> post(String format, Map<String, String> fields) {
        return Caller.send(request("http://localhost:" + port + "/api/ledger/requests." + format)
                .header("X-API-Key", caller.key())
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(form(fields)))
                .build());
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String number(HttpResponse<String> created) {
        return json(created).get(0).get("service_request_id").asText();
    }

    private List<String> ids(String query) {
        return json(caller.get("/api/ledger/requests.json" + query)).findValuesAsText("service_request_id");
    }

    private static Element xml(HttpResponse<String> answer) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(answer.body())));
        return document.getDocumentElement();
    }

    /** Of one element in each of the items. */
    private static List<String> texts(Element root, String item, String element) {
        NodeList items = root.getElementsByTagName(item);
        return java.util.stream.IntStream.range(0, items.getLength())
                .mapToObj(i -> ((Element) items.item(i))
                        .getElementsByTagName(element)
                        .item(0)
                        .getTextContent())
                .toList();
    }
}
