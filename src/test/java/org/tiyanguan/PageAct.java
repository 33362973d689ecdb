package org.tiyanguan;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/**
 * One thing that a page lets somebody do. {@code path} is the handler's, with variables; {@code detail} tells apart
 * several acts of one handler and may be empty; {@code user} is one of the demo's people, or null for nobody who has
 * logged in; {@code arranged} brings about the state in which the act is possible, and returns the request.
 */
public record PageAct(
        String path,
        String detail,
        String user,
        Supplier<? extends AbstractMockHttpServletRequestBuilder<?>> arranged) {

    /** What a feature's pages let people do. */
    public interface All {

        Stream<PageAct> acts();
    }

    public PageAct(String path, String user, Supplier<? extends AbstractMockHttpServletRequestBuilder<?>> arranged) {
        this(path, "", user, arranged);
    }

    @Override
    public String toString() {
        return (path + " " + detail).strip();
    }
}
