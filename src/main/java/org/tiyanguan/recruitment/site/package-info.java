/** The public pages: calls, the application form, following an application. */
package org.tiyanguan.recruitment.site;
