/** Surveys (社会调查): the public questionnaire of a visit, what was answered, and who hears what became of it. */
@NullMarked
package org.tiyanguan.experience.survey;

import org.jspecify.annotations.NullMarked;
