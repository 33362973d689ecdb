package org.tiyanguan.recruitment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tiyanguan.engine.StartMessages;
import org.tiyanguan.notification.MailTopics;
import org.tiyanguan.notification.NoticeLinks;
import org.tiyanguan.security.CurrentUser;
import org.tiyanguan.security.ProcessRights;
import org.tiyanguan.security.ReadyFilters;
import org.tiyanguan.security.Roles;
import org.tiyanguan.web.Navigation;
import org.tiyanguan.web.Place;

/** What recruitment announces to the rooms below. */
@Component
@Order(20)
class RecruitmentIntroduction
        implements Navigation, MailTopics, NoticeLinks, ProcessRights, ReadyFilters, StartMessages {

    @Override
    public List<Place> places(CurrentUser user) {
        boolean enters = user.seesEverything() || user.groups().stream().anyMatch(Roles::isUnit);
        return enters ? List.of(new Place("applications", "/applications", 50)) : List.of();
    }

    @Override
    public List<String> mailTopics(String group) {
        return switch (group) {
            case Roles.CENTER -> List.of("call-revise", "call-declined", "application-check", "application-objection");
            case Roles.LEADER -> List.of("call-approve", "application-decide");
            default ->
                Roles.isUnit(group)
                        ? List.of("call-invited", "call-remind", "application-recommended-appointed")
                        : List.of();
        };
    }

    @Override
    public Optional<String> ofCase(String number) {
        boolean ours = number.startsWith("ZM-") || number.startsWith("SQ-");
        return ours ? Optional.of("/applications/" + number + "/task") : Optional.empty();
    }

    @Override
    public List<ProcessRight> processRights() {
        return Stream.of(CallDiagram.KEY, ApplicationDiagram.KEY)
                .flatMap(process -> Stream.of(
                        new ProcessRight(Roles.CENTER, process, Right.START, Right.SEE_TASKS),
                        new ProcessRight(Roles.LEADER, process, Right.SEE_TASKS)))
                .toList();
    }

    @Override
    public List<ReadyFilter> readyFilters() {
        return List.of(new ReadyFilter("unit", 2, Shown.OF_GROUPS, Roles::isUnit));
    }

    @Override
    public Map<String, String> startMessages() {
        return Map.of(ApplicationDiagram.KEY, ApplicationDiagram.Message.UNIT_RECOMMENDED);
    }
}
