package org.tiyanguan.web;

/** A part of the program that somebody may enter; {@code key} names its label and its description. */
public record Place(String key, String path) {}
