package org.tiyanguan.engine.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.type.JsonValueType;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tiyanguan.Browser;
import org.tiyanguan.EngineRoots;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.rectification.Loop;

/** What a running case can keep. */
@IntegrationTest
class PlainVariablesTest {

    private enum Colour {
        RED
    }

    @LocalServerPort
    int port;

    @Autowired
    Loop loop;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    private String instance;

    @BeforeEach
    void a_case_runs() {
        instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(loop.report())
                .processDefinitionKey("rectification")
                .singleResult()
                .getId();
    }

    @Test
    void lists_and_maps_of_any_class_become_json_and_can_be_read_again() {
        List<Object> structures = List.of(
                List.of(),
                Collections.emptyList(),
                Collections.emptyMap(),
                Collections.singletonList("一"),
                Set.of("𠮷"),
                Collections.unmodifiableList(new ArrayList<>(List.of("gongan", "shebao"))),
                Map.of("days", 3, "names", List.of("一", "二")));
        for (Object structure : structures) {
            runtime.setVariable(instance, "kept", structure);
            assertThat(runtime.getVariableTyped(instance, "kept").getType()).isEqualTo(JsonValueType.JSON);
            assertThat(runtime.getVariables(instance)).containsKey("kept");
        }
        assertThat(runtime.getVariable(instance, "kept").toString()).contains("\"days\":3", "\"names\":[\"一\",\"二\"]");
        assertThat(javaClasses()).isEmpty();
    }

    @Test
    void plain_values_stay_what_they_are() {
        Date now = new Date(0);
        Map<String, Object> plain = Map.of("text", "𠮷", "whole", 7, "long", 7L, "broken", 1.5, "yes", true, "at", now);
        runtime.setVariables(instance, plain);
        assertThat(runtime.getVariables(instance)).containsAllEntriesOf(plain);
        runtime.setVariable(instance, "text", null);
        assertThat(runtime.getVariable(instance, "text")).isNull();
    }

    @Test
    void other_objects_are_refused_by_the_name_of_the_variable() {
        for (Object object : List.of(
                LocalDate.EPOCH,
                Colour.RED,
                Variables.objectValue(new ArrayList<>(List.of("一"))).create()))
            assertThatThrownBy(() -> runtime.setVariable(instance, "kept", object))
                    .as("%s", object)
                    .satisfies(thrown ->
                            assertThat(Refusal.in(thrown)).isNotNull().hasMessageContaining("“kept”里的内容不能保存"));
        assertThat(runtime.getVariables(instance)).doesNotContainKey("kept");
    }

    @Test
    void an_object_sent_by_rest_is_refused_even_to_an_administrator() {
        ResponseEntity<String> answer = http.withBasicAuth("admin", "Demo#2026")
                .exchange(
                        "/engine-rest/process-instance/" + instance + "/variables/kept",
                        HttpMethod.PUT,
                        new HttpEntity<>(Map.of(
                                "type",
                                "Object",
                                "value",
                                "[]",
                                "valueInfo",
                                Map.of(
                                        "objectTypeName",
                                        "java.util.ArrayList",
                                        "serializationDataFormat",
                                        "application/json"))),
                        String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(400);
        assertThat(runtime.getVariables(instance)).doesNotContainKey("kept");
    }

    @Test
    void what_an_earlier_version_kept_as_a_list_that_cannot_be_made_again_is_freed() throws Exception {
        runtime.setVariable(instance, "kept", List.of());
        jdbc.sql("""
                update act_ru_variable set type_ = 'spin://application/json', text2_ = 'java.util.Collections$EmptyList'
                where name_ = 'kept' and execution_id_ = ?""").param(instance).update();
        assertThatThrownBy(() -> runtime.getVariable(instance, "kept")).hasMessageContaining("Cannot deserialize");
        try (Connection connection = database.getConnection()) {
            new V22__Readable_variables().migrate(migrating(connection));
        }
        assertThat(runtime.getVariable(instance, "kept")).isEqualTo(List.of());
    }

    @Test
    void a_variable_makes_no_class_of_the_senders_choice() {
        Browser admin = Browser.of(port, "admin");
        for (String root : EngineRoots.ALL) {
            String variable = root + "process-instance/" + instance + "/variables/gift";
            String java =
                    "{\"type\":\"Object\",\"value\":\"rO0ABXA=\",\"valueInfo\":{\"objectTypeName\":\"java.lang.String\","
                            + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}";
            assertThat(admin.send("PUT", variable, java).body()).contains("Cannot set variable with name gift");
            String gift =
                    "{\"type\":\"Object\",\"value\":\"{\\\"a\\\":\\\"aaaaaaaaaaaa\\\"}\",\"valueInfo\":{\"objectTypeName\":\""
                            + Gift.class.getName() + "\",\"serializationDataFormat\":\"application/json\"}}";
            assertThat(admin.send("PUT", variable, gift).body()).contains("gift");
            assertThat(admin.get(variable + "?deserializeValue=true").statusCode())
                    .isEqualTo(404);
        }
        assertThat(Gift.unpacked).isZero();
    }

    /** Does something when it is made. */
    public static class Gift {

        static int unpacked;

        public String a;

        public Gift() {
            unpacked++;
        }
    }

    private static Context migrating(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                return null;
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }

    private List<String> javaClasses() {
        return jdbc.sql("select distinct text2_ from act_ru_variable where text2_ like 'java%'")
                .query(String.class)
                .list();
    }
}
