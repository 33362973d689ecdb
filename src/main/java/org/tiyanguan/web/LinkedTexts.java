package org.tiyanguan.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.tiyanguan.core.WebAddresses;

/**
 * {@code th:linked} on pages, which says what people wrote as {@code th:text} does, all of it escaped; only the web
 * addresses in it are links.
 */
@Component
class LinkedTexts extends AbstractProcessorDialect {

    /** When {@code th:text} has its turn. */
    private static final int LIKE_TEXT = 1300;

    LinkedTexts() {
        super("linked texts", "th", StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Linked(prefix));
    }

    private static class Linked extends AbstractStandardExpressionAttributeTagProcessor {

        Linked(String prefix) {
            super(TemplateMode.HTML, prefix, "linked", LIKE_TEXT, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String expression,
                @Nullable Object text,
                IElementTagStructureHandler structure) {
            structure.setBody(text == null ? "" : WebAddresses.linked(text.toString()), false);
        }
    }
}
