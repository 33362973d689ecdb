/** The check of models: what may be deployed, what was built of it, and what it reaches when it runs. */
package org.tiyanguan.engine.models;
