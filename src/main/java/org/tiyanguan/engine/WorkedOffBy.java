package org.tiyanguan.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether something is left of a stock that does not grow, and each call of the bean's other method takes one away: a
 * diagram may go round on this condition, with the other method as a job of its own.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WorkedOffBy {

    /** The name of the other method. */
    String value();
}
