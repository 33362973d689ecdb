/** The centre's pages: planning assignments, checklists. */
package org.tiyanguan.experience.assignment;
