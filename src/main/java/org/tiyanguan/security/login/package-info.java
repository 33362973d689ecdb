/** How somebody becomes somebody: passwords, the city's single sign-on, sessions and their end. */
@NullMarked
package org.tiyanguan.security.login;

import org.jspecify.annotations.NullMarked;
