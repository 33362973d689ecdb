package org.tiyanguan.rectification;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.chase.Due;
import org.tiyanguan.chase.DueElsewhere;
import org.tiyanguan.engine.CaseTask;
import org.tiyanguan.ledger.PartState;
import org.tiyanguan.security.Roles;

/** Departments' open parts, due also while the leader decides about them; the diagram has a ladder of their own. */
@Component
class DueParts implements DueElsewhere {

    private record Row(String number, String title, String department, LocalDateTime deadline) {}

    private final JdbcClient jdbc;

    DueParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Due> due(LocalDateTime until) {
        return jdbc.sql("""
                        select e.number, e.public_title as title, p.department, p.deadline
                        from rectification_part p join ledger_entry e on e.number = p.number
                        where %s and p.deadline <= :until
                        order by p.deadline, e.number""".formatted(PartState.open("p"))).param("until", until).query(Row.class).list().stream()
                .map(row ->
                        new Due(row.number, row.title, List.of(Roles.department(row.department)), null, row.deadline))
                .toList();
    }

    @Override
    public boolean covers(CaseTask task) {
        return task.process().equals(LoopDiagram.KEY) && task.groups().stream().anyMatch(Roles::isDepartment);
    }
}
