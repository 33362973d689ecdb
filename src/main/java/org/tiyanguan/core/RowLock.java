package org.tiyanguan.core;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How a row is locked that others only refer to. PostgreSQL's usual lock would keep everybody from writing what belongs
 * to it, a line of its history for instance, until the transaction ends; H2 knows no other.
 */
@Component
public class RowLock {

    private final String clause;

    RowLock(@Value("${spring.datasource.url}") String url) {
        this.clause = url.startsWith("jdbc:postgresql:") ? " for no key update" : " for update";
    }

    /** The end of a {@code select}. */
    public String clause() {
        return clause;
    }
}
