/** The paper of a practice. */
@NullMarked
package org.tiyanguan.practice.paper;

import org.jspecify.annotations.NullMarked;
