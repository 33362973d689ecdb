/** The centre's and the units' pages: applications, their papers, deciding on many. */
@NullMarked
package org.tiyanguan.recruitment.staff;

import org.jspecify.annotations.NullMarked;
