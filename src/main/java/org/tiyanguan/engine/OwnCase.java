package org.tiyanguan.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.tiyanguan.core.CaseOf;

/**
 * The number of a case, or the id of something that belongs to one. A model passes its own only: that of the running
 * instance, or of the one that called it. Java passes any.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnCase {

    /** Which bean knows the case of an id; the number itself needs none. */
    Class<? extends CaseOf> value() default CaseOf.class;
}
