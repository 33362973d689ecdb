/** The papers of events as Word files: 会议通知、签到表、会议纪要、培训证明. */
@NullMarked
package org.tiyanguan.event.paper;

import org.jspecify.annotations.NullMarked;
