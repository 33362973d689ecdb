package org.tiyanguan.experience;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tiyanguan.officer.ExperienceMode;

/** The library of checklists. What is planned from one keeps its items; changing it changes later assignments only. */
@Component
@Transactional
public class Checklists {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ITEM = 60;
    private static final int MOST_ITEMS = 40;

    /** {@code items}: one a line. */
    public record Checklist(long id, ExperienceMode mode, String name, String items) {}

    private final JdbcClient jdbc;
    private final ExperienceTexts texts;

    Checklists(JdbcClient jdbc, ExperienceTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    public List<Checklist> all() {
        return jdbc.sql("select * from checklist order by id")
                .query(Checklist.class)
                .list();
    }

    public List<Checklist> of(ExperienceMode mode) {
        return all().stream().filter(list -> list.mode() == mode).toList();
    }

    public Optional<Checklist> find(long id) {
        return all().stream().filter(list -> list.id() == id).findFirst();
    }

    /** @throws org.tiyanguan.core.Refusal at the field {@code name} or {@code items} */
    public void add(ExperienceMode mode, String name, String items) {
        try {
            jdbc.sql("insert into checklist (mode, name, items) values (:mode, :name, :items)")
                    .param("mode", mode.name())
                    .param("name", name(name))
                    .param("items", items(items))
                    .update();
        } catch (DuplicateKeyException twice) {
            throw texts.refusal("name", "checklist.twice");
        }
    }

    /** @throws org.tiyanguan.core.Refusal at the field {@code name} or {@code items} */
    public void change(long id, String name, String items) {
        try {
            jdbc.sql("update checklist set name = :name, items = :items where id = :id")
                    .param("id", id)
                    .param("name", name(name))
                    .param("items", items(items))
                    .update();
        } catch (DuplicateKeyException twice) {
            throw texts.refusal("name", "checklist.twice");
        }
    }

    public void remove(long id) {
        jdbc.sql("delete from checklist where id = :id").param("id", id).update();
    }

    private String name(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) throw texts.refusal("name", "checklist.name", LONGEST_NAME);
        return name;
    }

    private String items(String typed) {
        List<String> items =
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (items.isEmpty() || items.size() > MOST_ITEMS) throw texts.refusal("items", "checklist.items", MOST_ITEMS);
        if (items.stream().anyMatch(item -> item.length() > LONGEST_ITEM))
            throw texts.refusal("items", "checklist.item", LONGEST_ITEM);
        return String.join("\n", items);
    }
}
