/** The administrator's page for other systems: keys, webhooks, what was delivered. */
@NullMarked
package org.tiyanguan.api.clients;

import org.jspecify.annotations.NullMarked;
