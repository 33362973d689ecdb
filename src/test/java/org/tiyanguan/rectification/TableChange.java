package org.tiyanguan.rectification;

import java.util.List;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What a designer makes of a decision table. */
enum TableChange {
    NO_ROW_MATCHES {
        @Override
        void to(DmnModelInstance table) {
            all(table, Rule.class).forEach(rule -> rule.getParentElement().removeChildElement(rule));
        }
    },
    SEVERAL_ROWS_MATCH {
        @Override
        void to(DmnModelInstance table) {
            all(table, InputEntry.class).forEach(entry -> entry.getText().setTextContent(""));
        }
    },
    SEVERAL_ARE_COLLECTED {
        @Override
        void to(DmnModelInstance table) {
            SEVERAL_ROWS_MATCH.to(table);
            all(table, DecisionTable.class).forEach(each -> each.setHitPolicy(HitPolicy.COLLECT));
        }
    },
    SEVERAL_ROWS_OF_A_UNIQUE_TABLE_MATCH {
        @Override
        void to(DmnModelInstance table) {
            SEVERAL_ROWS_MATCH.to(table);
            all(table, DecisionTable.class).forEach(each -> each.setHitPolicy(HitPolicy.UNIQUE));
        }
    },
    ANSWERS_ARE_STRANGE {
        @Override
        void to(DmnModelInstance table) {
            SEVERAL_ROWS_MATCH.to(table);
            all(table, Output.class).forEach(output -> output.removeAttribute("typeRef"));
            all(table, OutputEntry.class).forEach(entry -> entry.getText().setTextContent("[\"三\", 7]"));
        }
    };

    abstract void to(DmnModelInstance table);

    private static <T extends ModelElementInstance> List<T> all(DmnModelInstance table, Class<T> type) {
        return List.copyOf(table.getModelElementsByType(type));
    }
}
