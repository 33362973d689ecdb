/** Other systems and their keys. */
package org.tiyanguan.api.keys;
