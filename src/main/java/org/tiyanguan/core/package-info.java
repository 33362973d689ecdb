/**
 * What every module may use and what knows none of them: refusals, texts, numbers, the clock, plain text, files for
 * download and Word.
 */
@ApplicationModule(allowedDependencies = {})
package org.tiyanguan.core;

import org.springframework.modulith.ApplicationModule;
