package org.tiyanguan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Runs the class on H2, too. The rule: a class has this annotation if what it proves rests on SQL that is written apart
 * for H2 ({@code db/vendor/h2}, its triggers and functions), on SQL that is put together at run time (filters, search,
 * sorting, figures), or on what each database does in its own way with locks, long texts and odd signs; and the tests
 * of the loop's diagram go the whole way of a finding. All else is standard SQL, which the run on PostgreSQL proves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("h2")
public @interface OnH2Too {}
