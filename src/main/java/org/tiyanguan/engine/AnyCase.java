package org.tiyanguan.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The id of something that may belong to any case, where {@link OwnCase} will not do: for a process that looks after
 * the tasks of all. The method tells a model neither who nor what was written, and decides nothing in the case.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyCase {}
