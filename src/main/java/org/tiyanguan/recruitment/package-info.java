/** Recruitment and appointment of experience officers (体验官招募): calls, applications. */
package org.tiyanguan.recruitment;
