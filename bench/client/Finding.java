import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A finding and its way by the engine's REST API, each step by who does it. */
class Finding {

    private record Step(String who, String task, Map<String, String> form) {}

    private static final List<Step> STEPS = List.of(
            new Step("center", "center-triage", Map.of("triage", "ACCEPT", "triageReason", "情况属实，予以受理")),
            new Step("center", "center-assign", Map.of("department1", "gongan", "instruction1", "增开窗口")),
            new Step("gongan", "department-accept", Map.of("acceptance", "ACCEPT")),
            new Step("gongan", "department-rectify", Map.of("progress", "DONE", "result", "已增开两个窗口，平均等候二十分钟。")),
            new Step(
                    "center",
                    "center-verify",
                    Map.of(
                            "verification",
                            "GOOD",
                            "verifyMethod",
                            "ON_SITE",
                            "verifyNote",
                            "现场查看属实",
                            "answer",
                            "窗口已增开两个，欢迎再来体验。")),
            new Step("officer", "officer-confirm", Map.of("confirmation", "CONFIRM", "rating", "5")));

    private Finding() {}

    /** All whom the way needs. */
    static Map<String, Visitor> people(URI base, boolean login) throws Exception {
        Map<String, Visitor> people = new HashMap<>();
        for (String who : List.of("center", "gongan", "officer"))
            people.put(who, login ? new Visitor(base, who) : new Visitor(base));
        return people;
    }

    static void wholeWay(Map<String, Visitor> people) throws Exception {
        upTo("officer-confirm", people);
    }

    /** @param last the id of the last task that is done */
    static void upTo(String last, Map<String, Visitor> people) throws Exception {
        String instance = report(people);
        for (Step step : STEPS) {
            Visitor person = people.get(step.who());
            JsonNode tasks = person.get(
                    "/engine-rest/task?processInstanceId=" + instance + "&taskDefinitionKey=" + step.task());
            if (tasks.size() != 1) throw new IllegalStateException(step + " has " + tasks);
            person.post("/engine-rest/task/" + tasks.get(0).get("id").asText() + "/complete", step.form());
            if (step.task().equals(last)) return;
        }
    }

    /** The id of its process instance. */
    static String report(Map<String, Visitor> people) throws Exception {
        return people.get("center")
                .post("/engine-rest/process-definition/key/rectification/start", finding())
                .get("id")
                .asText();
    }

    private static Map<String, String> finding() {
        Map<String, String> form = new HashMap<>();
        form.put("kind", "PROBLEM");
        form.put("title", "户籍窗口排队过久");
        form.put("description", "取号后等了两个小时，只开了一个窗口。");
        form.put("place", "二楼A区");
        form.put("occurredOn", LocalDate.now().minusDays(1).toString());
        form.put("serviceItem", "户口迁移");
        form.put("urgency", "URGENT");
        form.put("channel", "OFFICER");
        form.put("officer", "officer");
        return form;
    }
}
