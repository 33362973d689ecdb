package org.tiyanguan.engine.models;

import java.util.Optional;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/** What a text of a model always says, written plainly or as an expression that depends on nothing. */
final class Constant {

    private static final Builder JUEL = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private Constant() {}

    /** Empty when it depends on something, or cannot be read. */
    static Optional<String> of(String text) {
        if (!ModelExpressions.isExpression(text)) return Optional.of(text.strip());
        try {
            Tree tree = JUEL.build(text.strip());
            if (depends(tree.getRoot()) || tree.getIdentifierNodes().iterator().hasNext()) return Optional.empty();
            SimpleContext nothing = new SimpleContext();
            return Optional.of(new ExpressionFactoryImpl()
                    .createValueExpression(nothing, text.strip(), String.class)
                    .getValue(nothing)
                    .toString());
        } catch (ELException e) {
            return Optional.empty();
        }
    }

    private static boolean depends(Node node) {
        if (node instanceof AstMethod || node instanceof AstDot) return true;
        for (int i = 0; i < node.getCardinality(); i++) if (depends(node.getChild(i))) return true;
        return false;
    }
}
