package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.core.Refusal;
import org.tiyanguan.engine.StartMessages;

/** Broken models do not get in, whichever way they come. What is broken and how it is said: {@link ModelsTest}. */
@IntegrationTest
class ModelGateTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    TestRestTemplate http;

    @Autowired
    NewestModels newest;

    @Autowired
    List<StartMessages> features;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void remove_what_was_deployed() {
        repository
                .createDeploymentQuery()
                .deploymentName("test")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void a_deployment_with_a_fault_is_refused_as_a_whole_with_a_line_each() throws Exception {
        Map<String, byte[]> files = new HashMap<>(OurModels.ours());
        OurModels.edit(files, "rectification.bpmn", "${rectification.centerDue()}", "${dataSource.connection}");
        OurModels.edit(files, "notice.bpmn", " camunda:asyncBefore=\"true\"", "");

        ResponseEntity<String> answer = deploy(files);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody())
                .contains("rectification.bpmn · center-triage（梳理反映）：没有名为“dataSource”的公开组件或变量")
                .contains("notice.bpmn · send-mail（发送邮件）：这一步要访问外部");
        assertThat(repository.createDeploymentQuery().deploymentName("test").count())
                .isZero();
    }

    @Test
    void a_diagram_that_comes_without_its_forms_is_told_which_to_bring() throws Exception {
        ResponseEntity<String> answer =
                deploy(Map.of("rectification.bpmn", OurModels.ours().get("rectification.bpmn")));
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("请把 center-triage.form 一并附上");
    }

    @Test
    void a_table_or_a_form_that_comes_alone_would_change_nothing_and_is_told_so() throws Exception {
        for (String alone : List.of("rectification-deadline.dmn", "center-triage.form")) {
            ResponseEntity<String> answer =
                    deploy(Map.of(alone, OurModels.ours().get(alone)));
            assertThat(answer.getStatusCode().value()).isEqualTo(400);
            assertThat(answer.getBody()).contains(alone + "：这次部署里没有流程用到它");
        }
    }

    /** As a city's own diagram would be that was drawn for a program of before. */
    @Test
    void a_diagram_that_does_not_begin_at_the_programs_message_is_told_which_to_add() throws Exception {
        Map<String, byte[]> files = new HashMap<>(OurModels.ours());
        OurModels.edit(files, "rectification.bpmn", "name=\"finding-registered\"", "name=\"something-else\"");

        ResponseEntity<String> answer = deploy(files);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody())
                .contains("rectification.bpmn · rectification（整改闭环）：程序用消息“finding-registered”发起这个流程，图里没有这样的开始事件");
    }

    @Test
    void the_features_announce_the_messages_with_which_the_program_starts_their_processes() {
        assertThat(NeededStarts.of(features)).isEqualTo(OurModels.STARTS);
    }

    /** A start with no changed file deploys nothing, and so checks no file. */
    @Test
    @Transactional
    void a_start_is_refused_where_the_newest_diagram_does_not_begin_at_the_programs_message() {
        assertThatCode(newest::afterSingletonsInstantiated).doesNotThrowAnyException();
        jdbc.sql("delete from act_ru_event_subscr where event_name_ = 'finding-registered'")
                .update();
        assertThatThrownBy(newest::afterSingletonsInstantiated)
                .isInstanceOf(Refusal.class)
                .hasMessage("rectification.bpmn · rectification（整改闭环）：程序用消息“finding-registered”发起这个流程，最新部署的图里没有这样的开始事件。"
                        + "请照程序自带的 rectification.bpmn 加上，连到它连到的那一步，放进模型文件夹（tiyanguan.models）后再启动");
    }

    @Test
    void a_shell_command_in_the_engines_old_namespace_is_refused() throws Exception {
        Map<String, byte[]> files =
                new HashMap<>(Map.of("notice.bpmn", OurModels.ours().get("notice.bpmn")));
        OurModels.edit(
                files,
                "notice.bpmn",
                "<bpmn:sendTask ",
                "<bpmn:sendTask xmlns:activiti=\"http://activiti.org/bpmn\" activiti:type=\"shell\" ");
        OurModels.edit(
                files,
                "notice.bpmn",
                "<bpmn:extensionElements>",
                "<bpmn:extensionElements><activiti:field xmlns:activiti=\"http://activiti.org/bpmn\" name=\"command\" stringValue=\"true\"/>");

        ResponseEntity<String> answer = deploy(files);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("notice.bpmn · send-mail（发送邮件）：不能使用“activiti:type”");
        assertThat(repository.createDeploymentQuery().deploymentName("test").count())
                .isZero();
    }

    @Test
    void a_good_deployment_is_taken() throws Exception {
        assertThat(deploy(OurModels.ours()).getStatusCode().value()).isEqualTo(200);
        assertThat(repository.createDeploymentQuery().deploymentName("test").count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"center", "leader", "gongan", "gongan-head", "unit", "officer"})
    void nobody_below_the_designer_deploys(String user) throws Exception {
        assertThat(deploy(user, OurModels.ours()).getStatusCode().value()).isEqualTo(403);
        assertThat(repository.createDeploymentQuery().deploymentName("test").count())
                .isZero();
    }

    @Test
    void who_deployed_cannot_delete_it_and_the_cases_with_it() throws Exception {
        deploy(OurModels.ours());
        String path = "/engine-rest/deployment/{id}?cascade=true";
        String id = repository
                .createDeploymentQuery()
                .deploymentName("test")
                .singleResult()
                .getId();
        assertThat(http.withBasicAuth("designer", "Demo#2026")
                        .exchange(path, HttpMethod.DELETE, null, String.class, id)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(http.withBasicAuth("admin", "Demo#2026")
                        .exchange(path, HttpMethod.DELETE, null, String.class, id)
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
    }

    @Test
    void the_administrator_deploys_and_nobody_without_a_password() throws Exception {
        assertThat(deploy("admin", OurModels.ours()).getStatusCode().value()).isEqualTo(200);
        assertThat(http.postForEntity("/engine-rest/deployment/create", form(OurModels.ours()), String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void what_was_deployed_long_ago_still_runs() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getDeploymentCache().discardProcessDefinitionCache();
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("rectification")
                .latestVersion()
                .singleResult()
                .getId();
        assertThat(repository.getBpmnModelInstance(definition)).isNotNull();
        assertThat(repository.createDeploymentQuery().list())
                .extracting(Deployment::getName)
                .isNotEmpty();
    }

    @Test
    void at_run_time_an_expression_sees_the_published_beans_and_no_other() {
        var beans = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getBeans();
        assertThat(beans).containsKeys("rectification", "departmentWork", "caseViews", "noticeMail", "workCalendar");
        for (String bean : List.of("dataSource", "environment", "runtimeService", "ledger", "people"))
            assertThat(beans.containsKey(bean)).as(bean).isFalse();
    }

    private ResponseEntity<String> deploy(Map<String, byte[]> files) {
        return deploy("designer", files);
    }

    private ResponseEntity<String> deploy(String user, Map<String, byte[]> files) {
        return http.withBasicAuth(user, "Demo#2026")
                .postForEntity("/engine-rest/deployment/create", form(files), String.class);
    }

    /** As Modeler sends it. */
    private static LinkedMultiValueMap<String, Object> form(Map<String, byte[]> files) {
        LinkedMultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("deployment-name", "test");
        new LinkedHashMap<>(files)
                .forEach((name, content) -> form.add(name, new ByteArrayResource(content) {
                    @Override
                    public String getFilename() {
                        return name;
                    }
                }));
        return form;
    }
}
