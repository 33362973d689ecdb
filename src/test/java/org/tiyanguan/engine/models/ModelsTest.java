package org.tiyanguan.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.tiyanguan.core.Texts;
import org.tiyanguan.engine.ForModels;
import org.tiyanguan.engine.forms.FieldRules;
import org.tiyanguan.engine.forms.FormCheck;
import org.tiyanguan.security.Roles;

/**
 * The check that every deployment goes through, over {@code processes/} and {@code forms/}, with the files of the
 * folder that {@code -Dmodels=…} names in place of ours, without a running program. {@code mvn -q test
 * -Dtest=ModelsTest} prints the faults for the designer, by file.
 */
public class ModelsTest {

    private static final ResourceBundleMessageSource MESSAGES = messages();

    private static final Map<String, Class<?>> PUBLISHED = scan();

    /** As the features of the running program announce them. */
    static final NeededStarts STARTS = new NeededStarts(Map.of(
            "rectification", "finding-registered",
            "bulk-act", "bulk-act-asked",
            "application", "unit-recommended"));

    private static final ModelCheck CHECK = new ModelCheck(
            PUBLISHED,
            Roles::worksOnCases,
            new FormCheck(new FieldRules(new Texts(MESSAGES), Clock.systemUTC())),
            STARTS);

    @Test
    void our_models_can_be_deployed() throws IOException {
        Map<String, byte[]> files = ours();
        String folder = System.getProperty("models");
        if (folder != null)
            for (Resource file : ModelFiles.in(Path.of(folder)))
                files.put(file.getFilename(), file.getContentAsByteArray());
        List<ModelFault> faults = faults(files);
        System.out.print(report(faults));
        assertThat(faults).isEmpty();
    }

    @Test
    void our_files_say_which_engine_they_are_for_so_that_modeler_asks_nothing() throws IOException {
        assertThat(ours())
                .allSatisfy((name, content) -> assertThat(new String(content))
                        .containsPattern("xecutionPlatform\\W+Camunda Platform\"")
                        .containsPattern("xecutionPlatformVersion\\W+7\\.24\\.0\""));
    }

    @Test
    void the_report_lists_the_faults_by_file_with_element_text_and_rule() throws IOException {
        Map<String, byte[]> files = ours();
        new Broken("notice.bpmn", " camunda:asyncBefore=\"true\" → ", "", "").breakIt(files);
        new Broken("center-triage.form", "\"key\": \"mergeInto\" → \"key\": \"triage\"", "", "").breakIt(files);
        assertThat(report(faults(files))).isEqualTo("""

                center-triage.form
                  triage
                    有两个项目用了同一个 Key。请改成不同的  [form.twice]

                notice.bpmn
                  send-mail（发送邮件）
                    这一步要访问外部（邮件、文件），可能失败。请勾选 Asynchronous before，并填写 Retry time cycle，如 PT1M,PT5M,PT30M  [outside.job]

                ✖ 2 处需要修改
                """);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_model_is_refused_with_one_line_that_says_where_what_and_what_to_do(Broken broken) throws IOException {
        Map<String, byte[]> files = broken.neighbours();
        assertThat(WHOLE.computeIfAbsent(files.keySet(), whole -> lines(files)))
                .as("without the edit")
                .noneMatch(broken::isSaid);
        broken.breakIt(files);
        assertThat(lines(files)).as("%s", broken.edit()).anyMatch(broken::isSaid);
    }

    /** What is said of our files where some are missing. */
    private static final Map<Set<String>, List<String>> WHOLE = new HashMap<>();

    /** @param edit {@code from → to}, made once in the file; {@code delete} removes it; anything else replaces it */
    record Broken(String edited, String edit, String file, String element, String says) {

        Broken(String file, String edit, String element, String says) {
            this(file, edit, file, element, says);
        }

        /** The forms, and the files that it is about: to read all diagrams and tables takes half a second. */
        Map<String, byte[]> neighbours() throws IOException {
            Map<String, byte[]> files = ours();
            files.keySet().removeIf(name -> !name.endsWith(".form") && !name.equals(edited) && !name.equals(file));
            return files;
        }

        boolean isSaid(String line) {
            return line.startsWith(file) && line.contains(element) && line.contains(says);
        }

        void breakIt(Map<String, byte[]> files) {
            if (edit.equals("delete")) {
                files.remove(edited);
            } else if (edit.contains(" → ")) {
                String[] change = edit.split(" → ", -1);
                String text = new String(files.get(edited));
                assertThat(text).contains(change[0]);
                files.put(
                        edited,
                        text.replaceFirst(Pattern.quote(change[0]), Matcher.quoteReplacement(change[1]))
                                .getBytes());
            } else {
                files.put(edited, edit.getBytes());
            }
        }
    }

    static Stream<Broken> broken() {
        String loop = "rectification.bpmn";
        return Stream.of(
                // beans, methods, arguments
                new Broken(
                        loop,
                        "${rectification.centerDue()} → ${rectificaton.centerDue()}",
                        "center-triage",
                        "没有名为“rectificaton”"),
                new Broken(
                        loop,
                        "${rectification.centerDue()} → ${rectification.centreDue()}",
                        "center-triage",
                        "没有方法“centreDue”"),
                new Broken(
                        loop,
                        "${rectification.centerDue()} → ${rectification.centerDue(5)}",
                        "center-triage",
                        "要有 0 个参数，这里有 1 个"),
                new Broken(
                        "overdue-digest.bpmn",
                        "${workCalendar.workdayToday} → ${workCalendar.holidayToday}",
                        "flow-working-day-to-send-digest",
                        "没有属性“holidayToday”"),
                new Broken(
                        "overdue-digest.bpmn",
                        "${workCalendar.workdayToday} → ${workCalender.workdayToday}",
                        "flow-working-day-to-send-digest",
                        "没有名为“workCalender”"),
                new Broken(loop, "${rectification.centerDue()} → ${rectification.centerDue(}", "center-triage", "写错了"),
                // what reaches outside the published beans
                new Broken(
                        loop,
                        "${rectification.centerDue()} → ${dataSource.getConnection()}",
                        "center-triage",
                        "没有名为“dataSource”"),
                new Broken(
                        loop,
                        "${rectification.centerDue()} → ${execution.processEngineServices.runtimeService}",
                        "center-triage",
                        "不能再往里走"),
                new Broken(
                        loop,
                        "${rectification.centerDue()} → ${''.getClass().forName('x')}",
                        "center-triage",
                        "不能再往里走"),
                new Broken(
                        loop, "${rectification.centerDue()} → ${rectification.class.name}", "center-triage", "不能再往里走"),
                new Broken(loop, "${rectification.centerDue()} → ${rectification['class']}", "center-triage", "不能再往里走"),
                new Broken(loop, "${rectification.centerDue()} → ${S('x')}", "center-triage", "不能使用函数“S”"),
                new Broken(
                        loop,
                        "camunda:expression=\"${rectification.answer(ledgerNumber, 'ANSWERED')}\" → camunda:class=\"org.example.Answer\"",
                        "answer-directly",
                        "不能使用“class”"),
                new Broken(
                        loop,
                        "camunda:expression=\"${rectification.answer(ledgerNumber, 'ANSWERED')}\" → camunda:delegateExpression=\"${rectification}\"",
                        "answer-directly",
                        "不能使用“delegateExpression”"),
                new Broken(
                        loop,
                        "camunda:expression=\"${rectification.answer(ledgerNumber, 'ANSWERED')}\" → camunda:type=\"external\" camunda:topic=\"x\"",
                        "answer-directly",
                        "不能使用“type”"),
                new Broken(
                        loop,
                        "camunda:expression=\"${rectification.answer(ledgerNumber, 'ANSWERED')}\" → ",
                        "answer-directly",
                        "没有说明做什么"),
                new Broken(
                        loop,
                        "<camunda:inputParameter name=\"triage\" /> → <camunda:inputParameter name=\"triage\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:inputParameter>",
                        "center-triage",
                        "不能使用“script”"),
                new Broken(
                        "notice.bpmn",
                        "<bpmn:endEvent → <bpmn:scriptTask id=\"script\" name=\"脚本\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:endEvent",
                        "script（脚本）",
                        "不能使用脚本任务"),
                new Broken(loop, "${rectification.centerDue()} → ${execution}", "center-triage", "不能再往里走（execution）"),
                new Broken(
                        loop,
                        "${rectification.centerDue()} → ${rectification}",
                        "center-triage",
                        "不能再往里走（rectification）"),
                new Broken(loop, "${rectification.centerDue()} → ${authenticatedUserId}", "center-triage", "不能再往里走"),
                new Broken(loop, "${rectification.centerDue()} → ${task.assignee}", "center-triage", "不能再往里走"),
                // other cases, people, and what is for a task's form only
                new Broken(
                        loop,
                        "${rectification.awaitTriage(ledgerNumber)} → ${rectification.awaitTriage('TYG-2026-000001')}",
                        "center-triage",
                        "只能处理自己的办件"),
                new Broken(
                        loop,
                        "${departmentWork.department(partId)} → ${departmentWork.department(7)}",
                        "department",
                        "只能处理自己的办件"),
                new Broken(
                        loop,
                        "${rectification.centerDue()} → ${rectification.reporterAccount(ledgerNumber)}",
                        "center-triage",
                        "“reporterAccount”会说出是谁"),
                new Broken(
                        loop,
                        "\"${rectification.reporterAccount(ledgerNumber)}\" → \"x${rectification.reporterAccount(ledgerNumber)}\"",
                        "officer-confirm",
                        "会说出是谁"),
                new Broken(
                        loop,
                        "${JSON(caseViews.toTriage(ledgerNumber))} → ${rectification.reporterAccount(ledgerNumber)}",
                        "center-triage",
                        "会说出是谁"),
                new Broken(
                        loop, "${rectification.centerDue()} → ${currentUser()}", "center-triage", "“currentUser”会说出是谁"),
                new Broken(
                        loop,
                        "${rectification.centerDue()} → ${caseViews.ofCase(ledgerNumber)}",
                        "center-triage",
                        "“ofCase”是给办理人看的内容"),
                new Broken(
                        loop,
                        "${rectification.textOf(ledgerNumber)} → ${JSON(caseViews.ofCase(ledgerNumber))}",
                        "propose-topic",
                        "“ofCase”是给办理人看的内容"),
                new Broken(
                        loop,
                        "camunda:candidateGroups=\"center\" → camunda:candidateGroups=\"designer\"",
                        "center-triage",
                        "“designer”不属于任何角色"),
                // forms
                new Broken(
                        loop,
                        " camunda:formRef=\"center-triage\" camunda:formRefBinding=\"deployment\" → ",
                        "center-triage",
                        "没有表单"),
                new Broken(
                        loop,
                        "camunda:formRef=\"center-triage\" camunda:formRefBinding=\"deployment\" → camunda:formRef=\"center-triage\" camunda:formRefBinding=\"latest\"",
                        "center-triage",
                        "绑定方式要选 deployment"),
                new Broken(
                        loop,
                        "camunda:formRef=\"center-triage\" camunda:formRefBinding=\"deployment\" → camunda:formKey=\"embedded:deployment:x.html\"",
                        "center-triage",
                        "不能使用“formKey”"),
                new Broken("center-triage.form", "delete", loop, "center-triage", "请把 center-triage.form 一并附上"),
                new Broken("report-finding.form", "delete", loop, "reported", "请把 report-finding.form 一并附上"),
                new Broken(
                        loop,
                        "<camunda:inputParameter name=\"triage\" /> → ",
                        "center-triage",
                        "请在 Inputs 里加上“triage”"),
                new Broken("center-triage.form", "\"key\": \"mergeInto\" → \"key\": \"triage\"", "triage", "同一个 Key"),
                new Broken(
                        "center-triage.form",
                        "\"type\": \"checkbox\" → \"type\": \"filepicker\"",
                        "filepicker",
                        "Tasklist 不支持"),
                new Broken(
                        "center-triage.form", "\"id\": \"center-triage\" → \"id\": \"triage\"", "", "请改成 triage.form"),
                new Broken("center-triage.form", "=triage != \\\"ACCEPT\\\" → =triage !! 1", "triage !! 1", "FEEL"),
                new Broken("center-triage.form", "{", "", "文件打不开"),
                new Broken(
                        "spare.form", "{\"id\": \"spare\", \"type\": \"default\", \"components\": []}", "", "没有流程用到它"),
                new Broken(loop, "delete", "center-triage.form", "", "没有流程用到它"),
                new Broken(loop, "delete", "rectification-deadline.dmn", "", "没有流程用到它"),
                // people and time
                new Broken(
                        loop,
                        "camunda:candidateGroups=\"center\" → camunda:candidateGroups=\"centre\"",
                        "center-triage",
                        "“centre”不属于任何角色"),
                new Broken(
                        loop,
                        "camunda:candidateGroups=\"dept- → camunda:candidateGroups=\"depart-",
                        "department-accept",
                        "不属于任何角色"),
                new Broken(loop, " camunda:candidateGroups=\"center\" → ", "center-triage", "没有说明谁来办"),
                new Broken(loop, " camunda:dueDate=\"${rectification.centerDue()}\" → ", "center-triage", "没有办理期限"),
                new Broken(loop, " camunda:historyTimeToLive=\"P400D\" → ", "rectification", "没有填写历史保留时间"),
                // ways and calls
                new Broken(loop, " default=\"flow-triage-result-to-propose-department\" → ", "triage-result", "没有默认分支"),
                new Broken(
                        "overdue-digest.bpmn",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${workCalendar.workdayToday}</bpmn:conditionExpression> → ",
                        "flow-working-day-to-send-digest",
                        "没有条件"),
                new Broken(
                        "overdue-digest.bpmn",
                        "xsi:type=\"bpmn:tFormalExpression\">${workCalendar → xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">${workCalendar",
                        "flow-working-day-to-send-digest",
                        "不能使用“language”"),
                new Broken(
                        "rectification-deadline.dmn",
                        "delete",
                        loop,
                        "propose-deadline",
                        "没有决策表“rectification-deadline”"),
                new Broken(
                        loop,
                        "camunda:decisionRef=\"rectification-deadline\" → camunda:decisionRef=\"${which}\"",
                        "propose-deadline",
                        "不能用表达式"),
                new Broken(
                        "notice.bpmn",
                        "<bpmn:endEvent → <bpmn:callActivity id=\"call\" name=\"调用\" calledElement=\"nothing\"/><bpmn:endEvent",
                        "call（调用）",
                        "没有流程“nothing”"),
                new Broken(
                        "notice.bpmn",
                        "<bpmn:endEvent → <bpmn:callActivity id=\"call\" name=\"调用\" calledElement=\"webhook\"/><bpmn:endEvent",
                        "call（调用）",
                        "绑定方式要选 deployment"),
                new Broken(
                        "rectification-deadline.dmn", "<decision id → <decision expressionless=\"\" id", "", "文件打不开"),
                // the messages with which the program starts a process
                new Broken(
                        loop,
                        "<bpmn:messageEventDefinition id=\"finding-registered-message\" messageRef=\"message-finding-registered\" /> → ",
                        "rectification（",
                        "程序用消息“finding-registered”发起这个流程，图里没有这样的开始事件。请照程序自带的 rectification.bpmn 加上"),
                new Broken(
                        loop,
                        "name=\"finding-registered\" → name=\"finding_registered\"",
                        "rectification（",
                        "程序用消息“finding-registered”发起"),
                new Broken(
                        "application.bpmn",
                        "messageRef=\"message-unit-recommended\" → messageRef=\"message-completed\"",
                        "application（",
                        "程序用消息“unit-recommended”发起"),
                new Broken(
                        "bulk-act.bpmn",
                        "name=\"bulk-act-asked\" → name=\"asked\"",
                        "bulk-act（",
                        "程序用消息“bulk-act-asked”发起"),
                // what may fail outside
                new Broken("notice.bpmn", " camunda:asyncBefore=\"true\" → ", "send-mail", "请勾选 Asynchronous before"),
                new Broken(
                        "notice.bpmn",
                        "<camunda:failedJobRetryTimeCycle>PT1M,PT5M,PT30M,PT2H,PT6H,PT12H</camunda:failedJobRetryTimeCycle> → ",
                        "send-mail",
                        "Retry time cycle"),
                new Broken(
                        loop,
                        "${rectification.awaitTriage(ledgerNumber)} → ${noticeMail.send(1)}",
                        "center-triage",
                        "单独做成一个服务任务"),
                // the words of the language, and no others
                new Broken(
                        "notice.bpmn",
                        "camunda:expression= → xmlns:old=\"http://activiti.org/bpmn\" old:type=\"shell\" camunda:expression=",
                        "send-mail（发送邮件）",
                        "不能使用“old:type”：不认识它的命名空间“http://activiti.org/bpmn”"),
                new Broken(
                        "notice.bpmn",
                        "<bpmn:extensionElements> → <bpmn:extensionElements><old:executionListener xmlns:old=\"http://activiti.org/bpmn\" event=\"start\" class=\"x\"/>",
                        "send-mail",
                        "不能使用“old:executionListener”"),
                new Broken(
                        "notice.bpmn",
                        "<bpmn:extensionElements> → <bpmn:extensionElements><fox:failedJobRetryTimeCycle xmlns:fox=\"http://www.camunda.com/fox\">R9/PT1S</fox:failedJobRetryTimeCycle>",
                        "send-mail",
                        "不能使用“fox:failedJobRetryTimeCycle”"),
                new Broken(
                        "notice.bpmn",
                        "<bpmn:extensionElements> → <bpmn:extensionElements><zeebe:taskDefinition xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" type=\"x\"/>",
                        "send-mail",
                        "不能使用“zeebe:taskDefinition”"),
                new Broken(
                        "notice.bpmn",
                        "camunda:jobPriority=\"-10\" → camunda:jobPriority=\"${x}\"",
                        "send-mail",
                        "“camunda:jobPriority”不能填“${x}”"),
                new Broken(
                        "notice.bpmn",
                        "camunda:asyncBefore=\"true\" → camunda:async=\"true\"",
                        "send-mail",
                        "不能使用“async”"),
                new Broken(
                        "notice.bpmn",
                        "<bpmn:endEvent → <bpmn:transaction id=\"all\" name=\"事务\"/><bpmn:endEvent",
                        "all（事务）",
                        "不能使用“transaction”"),
                new Broken(
                        "notice.bpmn",
                        "<bpmn:process → <bpmn:signal id=\"signal\" name=\"信号\"/><bpmn:process",
                        "signal（信号）",
                        "不能使用“signal”"),
                new Broken(
                        "notice.bpmn",
                        "id=\"notice-definitions\" → id=\"notice-definitions\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x http://localhost/x.xsd\"",
                        "notice-definitions",
                        "不能使用“schemaLocation”"),
                new Broken(
                        "notice.bpmn",
                        "<bpmn:definitions → <?xml-stylesheet href=\"x\"?><bpmn:definitions",
                        "",
                        "不能使用“<?xml-stylesheet?>”"),
                new Broken(
                        "notice.bpmn",
                        "<bpmn:definitions → <!DOCTYPE x [<!ENTITY a \"b\">]><bpmn:definitions",
                        "",
                        "文件打不开"),
                new Broken("notice.bpmn", "encoding=\"UTF-8\" → encoding=\"ISO-8859-1\"", "", "不带 BOM 的 UTF-8"),
                new Broken("notice.bpmn", "<?xml → \uFEFF<?xml", "", "不带 BOM 的 UTF-8"),
                new Broken("notice.bpmn", "version=\"1.0\" → version=\"1.1\"", "", "不能使用“XML 1.1”"),
                new Broken(
                        loop,
                        "<bpmn:userTask id=\"center-triage\" → <bpmn:userTask camunda:formHandlerClass=\"x\" id=\"center-triage\"",
                        "center-triage",
                        "不能使用“formHandlerClass”"),
                new Broken(
                        "rectification-deadline.dmn",
                        "<inputExpression → <inputExpression expressionLanguage=\"groovy\"",
                        "rectification-deadline",
                        "“expressionLanguage”不能填“groovy”"),
                new Broken(
                        "rectification-deadline.dmn",
                        "<decision id → <businessKnowledgeModel id=\"f\" name=\"函数\"/><decision id",
                        "f（函数）",
                        "不能使用“businessKnowledgeModel”"),
                new Broken(
                        "center-triage.form",
                        "\"components\": → \"script\": 1, \"components\":",
                        "center-triage",
                        "不能使用“script”"),
                new Broken(
                        "center-triage.form",
                        "\"conditional\": { → \"conditional\": {\"show\": \"=x\", ",
                        "",
                        "不能使用“show”"),
                new Broken(
                        "center-triage.form",
                        "\"id\": \"center-triage\" → \"id\": \"other\", \"id\": \"center-triage\"",
                        "",
                        "文件打不开"),
                new Broken(
                        "center-triage.form", "\"validate\": { → \"validate\": {\"pattern\": \"(\",", "", "正则表达式写错了"),
                // what the engine evaluates though it looks like a note
                new Broken(
                        "colleague-opinion.bpmn",
                        "<bpmn:extensionElements> → <bpmn:documentation>${''.getClass()}</bpmn:documentation><bpmn:extensionElements>",
                        "opinion",
                        "不能再往里走"),
                // what goes round, or comes again too soon
                new Broken(
                        "notice.bpmn",
                        "sourceRef=\"send-mail\" targetRef=\"mail-sent\" → sourceRef=\"send-mail\" targetRef=\"send-mail\"",
                        "send-mail（发送邮件）",
                        "不停地转圈：send-mail（发送邮件）"),
                new Broken("overdue-digest.bpmn", "0 0 9 * * ? → R/PT1S", "", "“R/PT1S”重复得太快"),
                new Broken("overdue-digest.bpmn", "0 0 9 * * ? → ${'R/PT'}59S", "", "“R/PT59S”重复得太快"),
                new Broken("overdue-digest.bpmn", "0 0 9 * * ? → */5 * 9 * * ?", "", "“*/5 * 9 * * ?”重复得太快"),
                new Broken("overdue-digest.bpmn", "0 0 9 * * ? → 0 0 9 30 2 ?", "", "时间“0 0 9 30 2 ?”写错了"),
                new Broken("overdue-digest.bpmn", "0 0 9 * * ? → ${cycle}", "", "不能用“${cycle}”"),
                new Broken("notice.bpmn", "PT1M,PT5M,PT30M → PT1S,PT5M,PT30M", "send-mail", "“PT1S”重复得太快"),
                new Broken(
                        "notice.bpmn",
                        "<camunda:failedJobRetryTimeCycle>PT1M,PT5M,PT30M,PT2H,PT6H,PT12H → <camunda:failedJobRetryTimeCycle>R99999/PT0S",
                        "send-mail",
                        "时间“R99999/PT0S”写错了"),
                new Broken(
                        "notice.bpmn",
                        "</bpmn:sendTask> → <bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${1000*1000}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:sendTask>",
                        "send-mail",
                        "重复的次数太多"),
                new Broken(
                        "notice.bpmn",
                        "</bpmn:sendTask> → <bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${n}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:sendTask>",
                        "send-mail",
                        "要写明重复几次"),
                // files
                new Broken("notice.bpmn20.xml", "x", "", "只能部署 .bpmn、.dmn 和 .form"),
                new Broken("evilbpmn", "x", "", "只能部署 .bpmn、.dmn 和 .form"),
                new Broken("X.BPMN", "x", "", "只能部署 .bpmn、.dmn 和 .form"),
                new Broken("case.cmmn", "x", "", "只能部署 .bpmn、.dmn 和 .form"),
                new Broken("notice\u200b2.bpmn", "x", "", "看不见的字符"),
                new Broken("notice.bpmn", "no model", "", "文件打不开"),
                new Broken(
                        "notice.bpmn",
                        "<bpmn:sendTask id=\"send-mail\" → <bpmn:sendTask identity=\"send-mail\"",
                        "",
                        "文件打不开"),
                new Broken("helper.groovy", "println 1", "", "只能部署 .bpmn、.dmn 和 .form"));
    }

    public static Map<String, byte[]> ours() throws IOException {
        return files(List.of("processes", "forms"));
    }

    private static Map<String, byte[]> files(List<String> folders) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : folders) {
            try (Stream<Path> all = Files.list(Path.of(folder))) {
                for (Path file : all.toList()) files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    static List<String> lines(Map<String, byte[]> files) {
        return faults(files).stream().map(fault -> fault.line(MESSAGES)).toList();
    }

    static List<ModelFault> faults(Map<String, byte[]> files) {
        return CHECK.check(files, key -> false);
    }

    /** Laid out as {@code bpmnlint} does; empty when nothing is wrong. */
    private static String report(List<ModelFault> faults) {
        if (faults.isEmpty()) return "";
        StringBuilder report = new StringBuilder();
        faults.stream()
                .collect(Collectors.groupingBy(ModelFault::file, TreeMap::new, Collectors.toList()))
                .forEach((file, found) -> {
                    report.append("\n").append(file).append("\n");
                    found.forEach(fault -> report.append("  ")
                            .append(fault.element())
                            .append("\n    ")
                            .append(fault.text(MESSAGES))
                            .append("  [")
                            .append(fault.rule())
                            .append("]\n"));
                });
        return report.append("\n✖ ").append(faults.size()).append(" 处需要修改\n").toString();
    }

    public static Map<String, Class<?>> published() {
        return PUBLISHED;
    }

    /** As the running program finds them. */
    private static Map<String, Class<?>> scan() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ForModels.class));
        var registry = new SimpleBeanDefinitionRegistry();
        return scanner.findCandidateComponents("org.tiyanguan").stream()
                .collect(Collectors.toMap(
                        bean -> AnnotationBeanNameGenerator.INSTANCE.generateBeanName(bean, registry),
                        ModelsTest::type));
    }

    private static Class<?> type(BeanDefinition bean) {
        return ClassUtils.resolveClassName(bean.getBeanClassName(), ModelsTest.class.getClassLoader());
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/model", "messages/form");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }
}
