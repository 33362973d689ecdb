/** The pages of reviews, for centre and leader, for officers, for units; their papers. */
@NullMarked
package org.tiyanguan.review.page;

import org.jspecify.annotations.NullMarked;
