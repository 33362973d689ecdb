package org.tiyanguan.web;

/**
 * A part of the program that somebody may enter.
 *
 * @param key names its label ({@code nav.…}) and its description
 * @param position among all places of the navigation: lower ones stand first
 */
public record Place(String key, String path, int position) {}
