/**
 * The rectification loop (整改闭环): a finding becomes a ledger entry, goes to the responsible departments with a deadline,
 * is rectified, verified, confirmed and answered. Offers the ledger's pages, the findings API and the beans that
 * {@code rectification.bpmn} calls.
 */
package org.tiyanguan.rectification;
