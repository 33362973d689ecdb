/** Events, visits and deadlines in calendars: a month on a page, files in mails, and a feed by a secret address. */
@NullMarked
package org.tiyanguan.event.schedule;

import org.jspecify.annotations.NullMarked;
