/**
 * Photos and files of cases (佐证材料): taken in, checked, freed of metadata and shown to whom the case is open. Features
 * say who that is ({@link org.tiyanguan.evidence.EvidenceCases}) and link to the page
 * ({@link org.tiyanguan.evidence.EvidenceBoxes}).
 */
@ApplicationModule(allowedDependencies = {"core", "pictures", "security"})
@NullMarked
package org.tiyanguan.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
