/** Tells other systems that an entry moved; the process {@code webhook} delivers. */
package org.tiyanguan.api.webhooks;
