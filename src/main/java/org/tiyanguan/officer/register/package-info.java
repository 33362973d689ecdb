/** The register of all officers for centre and leader, each one's file, and a unit's own people. */
@NullMarked
package org.tiyanguan.officer.register;

import org.jspecify.annotations.NullMarked;
