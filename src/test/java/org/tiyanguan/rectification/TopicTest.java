package org.tiyanguan.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.tiyanguan.ledger.Topic;

/** What {@code finding-topic.dmn} proposes, and what {@code center-triage.form} offers. */
class TopicTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final DmnModelInstance TABLE = Dmn.readModelFromFile(new File("processes/finding-topic.dmn"));
    private static final Pattern KEY_WORD = Pattern.compile("\"([^\"]+)\"");

    @ParameterizedTest
    @CsvSource({
        "WEB_PAGE, 物业维修资金查询 查询无法登录 按指南操作提示账号不存在，窗口也说不清原因。",
        "GUIDE, 社会保险关系转移 材料要求说法不一 指南写三份材料，到窗口又要求补一份证明，来回跑了两趟。",
        "CHANNEL, 医保异地就医备案 备案电话打不通 连续三天上午拨打咨询电话均无人接听。",
        "WINDOW, 住房公积金提取 建议增加周末窗口 上班族平时请假不便。",
        "PROCESS, 建筑工程施工许可 能否一次告知 建议把需要的材料列成一张清单，减少补正次数。",
        "ENVIRONMENT, 户口迁移 等候区有异味 二楼卫生间门口有积水，没有人打扫。",
        "EFFICIENCY, 户口迁移 户籍窗口排队过久 取号后等了两个小时，只开了一个窗口。",
        "ATTITUDE, 医疗费用报销 报销窗口服务态度生硬 询问缺什么材料，工作人员只说看墙上。",
        "DISCIPLINE, 出入境证件 上班时间窗口无人在岗 等了二十分钟，回来的人还在看手机。",
        "OTHER, 户口迁移 建议多宣传 很多老人不知道这项服务。",
        // What a service item is called says nothing about the topic.
        "OTHER, 公共场所卫生许可 建议多宣传 很多店主不知道这项服务。",
        "OTHER, 环境影响评价审批 建议多宣传 很多企业不知道这项服务。",
    })
    void a_topic_is_proposed_from_what_was_written(Topic topic, String text) {
        assertThat(proposed(text)).isEqualTo(topic.name());
    }

    static Stream<Arguments> keyWords() {
        return rules().flatMap(rule -> KEY_WORD.matcher(
                        rule.getInputEntries().iterator().next().getTextContent())
                .results()
                .map(word -> Arguments.of(topic(rule), word.group(1))));
    }

    /** A key word of a rule that an earlier rule takes would never count. */
    @ParameterizedTest
    @MethodSource("keyWords")
    void each_key_word_leads_to_its_own_rule(String topic, String word) {
        assertThat(proposed(word)).isEqualTo(topic);
    }

    @Test
    void each_topic_has_a_rule_and_the_last_takes_all_else() {
        assertThat(rules().map(TopicTest::topic))
                .containsExactlyInAnyOrder(names())
                .endsWith("OTHER");
        assertThat(proposed("")).isEqualTo("OTHER");
    }

    @Test
    void the_centre_may_choose_each_topic_by_the_label_that_it_has_everywhere() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages.rectification");
        messages.setDefaultEncoding("UTF-8");
        List<String> labels = Arrays.stream(names())
                .map(name -> name + " " + messages.getMessage("topic." + name, null, Locale.CHINA))
                .toList();
        assertThat(offered()).isEqualTo(labels);
    }

    private static String proposed(String text) {
        return ENGINE.evaluateDecisionTable(ENGINE.parseDecision("finding-topic", TABLE), Map.of("text", text))
                .getSingleEntry();
    }

    private static Stream<Rule> rules() {
        return TABLE.getModelElementsByType(Rule.class).stream();
    }

    private static String topic(Rule rule) {
        return KEY_WORD.matcher(rule.getOutputEntries().iterator().next().getTextContent())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow()
                .replace("\"", "");
    }

    private static String[] names() {
        return Arrays.stream(Topic.values()).map(Enum::name).toArray(String[]::new);
    }

    private static List<String> offered() throws IOException {
        JsonNode form = new ObjectMapper().readTree(new File("forms/center-triage.form"));
        for (JsonNode component : form.get("components"))
            if (component.path("key").asText().equals("topic"))
                return component.findValues("values").stream()
                        .flatMap(values -> Stream.iterate(0, i -> i < values.size(), i -> i + 1)
                                .map(values::get))
                        .map(option -> option.get("value").asText() + " "
                                + option.get("label").asText())
                        .toList();
        return List.of();
    }
}
