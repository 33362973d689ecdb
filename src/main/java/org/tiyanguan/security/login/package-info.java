/** How somebody becomes somebody: passwords, the city's single sign-on, sessions and their end. */
package org.tiyanguan.security.login;
