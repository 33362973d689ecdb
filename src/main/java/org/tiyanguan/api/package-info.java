/**
 * The doors for other systems: their keys, the JSON API with its description, Open311 GeoReport v2, and webhooks, which
 * the process {@code webhook} delivers. Everything about entries it asks of the loop.
 */
package org.tiyanguan.api;
