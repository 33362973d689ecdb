package org.tiyanguan.security;

import java.util.List;
import java.util.Set;

/** What a feature lets roles do with its processes, beyond the tasks that are theirs. */
public interface ProcessRights {

    enum Right {
        /** To see the process among those that one may start, and start it. */
        START,
        /** To see all of its tasks with their variables, whosever they are. */
        SEE_TASKS
    }

    record ProcessRight(String role, String process, Set<Right> rights) {

        public ProcessRight(String role, String process, Right... rights) {
            this(role, process, Set.of(rights));
        }
    }

    /** These are made sure of at each start: what an administrator deletes comes back, what they change stays. */
    List<ProcessRight> processRights();

    /** These are given once in the life of a database, with the filter of all tasks: what is taken back stays so. */
    default List<ProcessRight> withTheFilterOfAll() {
        return List.of();
    }
}
