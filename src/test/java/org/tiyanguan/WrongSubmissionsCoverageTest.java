package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tiyanguan.WrongSubmissions.Form;

class WrongSubmissionsCoverageTest {

    @Test
    void every_form_has_wrong_submissions() {
        List<Form> forms = Stream.of(
                        org.tiyanguan.annual.WrongSubmissionsTest.TABLE,
                        org.tiyanguan.event.WrongSubmissionsTest.TABLE,
                        org.tiyanguan.experience.WrongSubmissionsTest.TABLE,
                        org.tiyanguan.practice.WrongSubmissionsTest.TABLE,
                        org.tiyanguan.recruitment.WrongSubmissionsTest.TABLE,
                        org.tiyanguan.rectification.WrongSubmissionsTest.TABLE,
                        org.tiyanguan.review.WrongSubmissionsTest.TABLE)
                .flatMap(WrongSubmissions::read)
                .toList();
        assertThat(forms).allSatisfy(form -> assertThat(form.wrong()).isNotEmpty());
        assertThat(forms.stream().map(form -> form.name() + ".form").filter(name -> !name.contains("again")))
                .containsExactlyInAnyOrder(new File("forms").list());
    }
}
