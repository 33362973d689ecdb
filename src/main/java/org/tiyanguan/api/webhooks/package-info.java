/** Tells other systems that an entry moved; the process {@code webhook} delivers. */
@NullMarked
package org.tiyanguan.api.webhooks;

import org.jspecify.annotations.NullMarked;
