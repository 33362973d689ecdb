/**
 * Notices: what people are told, kept in a table, and the mails that carry them, each sent by an instance of the
 * process {@code notice}, so that a mail server that is down delays mail and nothing else.
 */
@ApplicationModule(allowedDependencies = {"audit", "core", "engine", "privacy", "security"})
@NullMarked
package org.tiyanguan.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
