package org.tiyanguan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts the program in a way of its own. As a JVM can hold one program only, the one that the other classes share is
 * stopped before; the next of them starts another. This annotation stands above those that start the program, and the
 * class closes its own when it ends.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("own-program")
@ExtendWith(OwnProgram.Alone.class)
public @interface OwnProgram {

    class Alone implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            FreshDatabase.stopProgram();
        }
    }
}
