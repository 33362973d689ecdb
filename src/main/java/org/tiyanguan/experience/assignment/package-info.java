/** The centre's pages: planning assignments, checklists. */
@NullMarked
package org.tiyanguan.experience.assignment;

import org.jspecify.annotations.NullMarked;
