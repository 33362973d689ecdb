/**
 * Experiencing services (体验): assignments that the centre plans, records that officers send, checklists. Each finding
 * of a record starts one rectification.
 */
package org.tiyanguan.experience;
