/** What the diagrams of practices call, what their tasks show and who is told. */
@NullMarked
package org.tiyanguan.practice.process;

import org.jspecify.annotations.NullMarked;
