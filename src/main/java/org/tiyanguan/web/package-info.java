/** What all pages share: the frame, errors, the public home page, and what the program says when it starts. */
package org.tiyanguan.web;
