/**
 * What every module may use and what knows none of them: refusals, texts, numbers, the clock, plain text, files for
 * download, Word and QR codes.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.tiyanguan.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
