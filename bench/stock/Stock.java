import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The vendor's starter with our diagram of the loop, its tables and its forms, and its own settings otherwise: the least
 * that a finding's way costs on this engine. What the diagram calls does nothing.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Stock {

    public static void main(String[] args) {
        System.setProperty(
                "camunda.bpm.deployment-resource-pattern",
                "file:processes/rectification.bpmn,file:processes/finding-topic.dmn,file:processes/responsible-department.dmn,"
                        + "file:processes/rectification-deadline.dmn,file:forms/*.form");
        SpringApplication.run(Stock.class, args);
    }

    @Bean
    Rectification rectification() {
        return new Rectification();
    }

    @Bean
    DepartmentWork departmentWork() {
        return new DepartmentWork();
    }

    @Bean
    CaseViews caseViews() {
        return new CaseViews();
    }

    private static Date inDays(int days) {
        return new Date(System.currentTimeMillis() + days * 86_400_000L);
    }

    public static class Rectification {

        private final AtomicLong last = new AtomicLong();

        public String register(Map<String, Object> form) {
            return "NR-" + last.incrementAndGet();
        }

        public List<String> getReportFields() {
            return List.of("kind", "title", "description", "place", "occurredOn", "serviceItem", "urgency", "channel", "officer");
        }

        public Date centerDue() {
            return inDays(2);
        }

        public Date leaderDue() {
            return inDays(2);
        }

        public Date confirmBy() {
            return inDays(7);
        }

        public String textOf(String number) {
            return "户籍窗口排队过久 取号后等了两个小时，只开了一个窗口。 二楼A区 户口迁移";
        }

        public String topicOf(String number, Object proposed) {
            return "WINDOW";
        }

        public String publicText(String number, String field) {
            return "取号后等了两个小时，只开了一个窗口。";
        }

        public String kindOf(String number) {
            return "PROBLEM";
        }

        public String urgencyOf(String number) {
            return "URGENT";
        }

        public boolean needsOthers(String number) {
            return false;
        }

        public String proposedDepartment(Object departments, int n) {
            return n == 1 ? "gongan" : null;
        }

        public String usualInstruction() {
            return "请按时限办理";
        }

        public int proposedAcceptDays(Object proposal) {
            return 1;
        }

        public int proposedRectifyDays(Object proposal) {
            return 5;
        }

        public int proposedRemindDays(Object proposal) {
            return 1;
        }

        public void awaitTriage(String number) {}

        public void classify(String number, String topic) {}

        public void publish(String number, String triage, String title, String description, String place, String item) {}

        public void triage(String number, String triage, String reason, String mergeInto, Object needsOthers) {}

        public void assign(String number, Map<String, Object> form) {}

        public void awaitVerification(String number) {}

        public String answerOf(String number) {
            return "";
        }

        public void verify(
                String number, String verification, String method, String note, String answer, Object rework, Object days) {}

        public boolean reportedByOfficer(String number) {
            return true;
        }

        public String reporterAccount(String number) {
            return "officer";
        }

        public void awaitConfirmation(String number) {}

        public void confirm(String number, String confirmation, String rating, String objection) {}

        public void answer(String number, String outcome) {}

        public void releaseMerged(String number) {}
    }

    public static class DepartmentWork {

        private final AtomicLong last = new AtomicLong();

        public List<Long> openParts(String number) {
            return List.of(last.incrementAndGet());
        }

        public String department(long part) {
            return "gongan";
        }

        public String handler(long part) {
            return "gongan";
        }

        public boolean accepted(long part) {
            return false;
        }

        public Date acceptBy(long part) {
            return inDays(1);
        }

        public Date deadline(long part) {
            return inDays(7);
        }

        public Date remindAt(long part) {
            return inDays(6);
        }

        public Date yellowCardAt(long part) {
            return inDays(8);
        }

        public Date redCardAt(long part) {
            return inDays(10);
        }

        public void accept(long part, String acceptance, String reason) {}

        public void rectify(long part, String progress, String result, Object until, String reason) {}
    }

    public static class CaseViews {

        private static final String VIEW =
                """
                {"number": "NR-1", "title": "户籍窗口排队过久", "description": "取号后等了两个小时，只开了一个窗口。", "place": "二楼A区",
                 "item": "户口迁移", "kind": "问题", "urgency": "紧急", "channel": "体验官", "occurred": "2026-02-02", "reported": "2026-03-02 10:00",
                 "parts": [{"department": "市公安局", "state": "整改中", "deadline": "2026-03-09 17:30", "instruction": "增开窗口"}],
                 "history": [{"at": "2026-03-02 10:00", "who": "市行政服务中心", "act": "登记"}, {"at": "2026-03-02 10:05", "who": "市行政服务中心", "act": "受理"},
                             {"at": "2026-03-02 10:10", "who": "市行政服务中心", "act": "转办"}]}
                """;

        public String ofCase(String number) {
            return VIEW;
        }

        public String toTriage(String number) {
            return VIEW;
        }

        public String toAssign(String number, Object departments, Object proposal) {
            return VIEW;
        }

        public String ofPart(long part) {
            return VIEW;
        }

        public String forReporter(String number) {
            return VIEW;
        }
    }
}
