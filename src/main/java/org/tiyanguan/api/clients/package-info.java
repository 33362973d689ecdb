/** The administrator's page for other systems: keys, webhooks, what was delivered. */
package org.tiyanguan.api.clients;
