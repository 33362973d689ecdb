package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;
import org.tiyanguan.core.Refusal;

/** A deployment that Java code makes is looked at as well, and each file of it whatever it is called. */
@IntegrationTest
class DeployedNamesTest {

    @Autowired
    RepositoryService repository;

    /** However they are told apart: by folders, by capitals, by signs that look the same or are not seen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/notice.bpmn",
                "a\\notice.bpmn",
                "Notice.bpmn",
                "\uFF4Eotice.bpmn",
                "noti\u200Bce.bpmn",
                "notice .bpmn"
            })
    void two_files_that_look_like_one_are_refused_and_each_is_looked_at(String bad) throws Exception {
        String good = new String(OurModels.ours().get("notice.bpmn"));
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name("test")
                .addString("b/notice.bpmn", good)
                .addString(bad, good.replace("noticeMail", "mail").replace("id=\"notice\"", "id=\"other\""));
        assertThatThrownBy(deployment::deploy)
                .hasRootCauseInstanceOf(Refusal.class)
                .hasMessageContaining(bad + "：有几个同名文件")
                .hasMessageContaining(bad + " · send-mail（发送邮件）：没有名为“mail”");
        assertThat(repository.createDeploymentQuery().deploymentName("test").count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.bpmn20.xml",
                "x.dmn11.xml",
                "x.cmmn",
                "x.cmmn10.xml",
                "x.cmmn11.xml",
                "xbpmn",
                "x.BPMN",
                "x.png"
            })
    void a_name_that_only_the_engine_understands_is_refused(String name) throws Exception {
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name("test")
                .addString(name, new String(OurModels.ours().get("notice.bpmn")));
        assertThatThrownBy(deployment::deploy)
                .hasRootCauseInstanceOf(Refusal.class)
                .hasMessageContaining(name + "：只能部署");
    }

    @Test
    void java_is_refused_too() throws Exception {
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name("test")
                .addString(
                        "notice.bpmn", new String(OurModels.ours().get("notice.bpmn")).replace("noticeMail", "mail"));
        assertThatThrownBy(deployment::deploy)
                .hasRootCauseInstanceOf(Refusal.class)
                .hasMessageContaining("“mail”");
        assertThat(repository.createDeploymentQuery().deploymentName("test").count())
                .isZero();
    }
}
