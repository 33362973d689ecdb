/** The check of models: what may be deployed, what was built of it, and what it reaches when it runs. */
@NullMarked
package org.tiyanguan.engine.models;

import org.jspecify.annotations.NullMarked;
