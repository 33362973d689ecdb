package org.tiyanguan.web;

import java.util.List;

/** Numbers that a feature puts on the public's first page. */
public interface PublicNumbers {

    record PublicNumber(String label, String text, String unit) {}

    /** Of the year; none while they are not public. */
    List<PublicNumber> publicNumbers();
}
