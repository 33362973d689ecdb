/** People and fourteen months of cases to try the program with; only in the profile {@code demo}. */
package org.tiyanguan.demo;
