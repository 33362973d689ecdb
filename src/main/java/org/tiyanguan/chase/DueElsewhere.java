package org.tiyanguan.chase;

import java.time.LocalDateTime;
import java.util.List;
import org.tiyanguan.engine.CaseTask;

/** What a feature lists as due by itself, in place of the open tasks that are about it. */
public interface DueElsewhere {

    /** All that is due by then, the most urgent first. */
    List<Due> due(LocalDateTime until);

    /** Whether the task is about something that {@link #due} lists. */
    boolean covers(CaseTask task);
}
