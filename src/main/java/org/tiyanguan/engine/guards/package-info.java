/** What the engine's own interfaces may not do: read by values, keep people's names, lose its administrators. */
@NullMarked
package org.tiyanguan.engine.guards;

import org.jspecify.annotations.NullMarked;
