/** The public pages: calls, the application form, following an application. */
@NullMarked
package org.tiyanguan.recruitment.site;

import org.jspecify.annotations.NullMarked;
