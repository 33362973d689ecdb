/** The centre's and the units' pages: applications, their papers, deciding on many. */
package org.tiyanguan.recruitment.staff;
