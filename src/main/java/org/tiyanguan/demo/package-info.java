/** People and fourteen months of cases to try the program with; only in the profile {@code demo}. */
@ApplicationModule(
        allowedDependencies = {"calendar", "engine", "evidence", "experience", "officer", "recruitment", "security"})
package org.tiyanguan.demo;

import org.springframework.modulith.ApplicationModule;
