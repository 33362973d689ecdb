package org.tiyanguan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormTokensTest {

    @Test
    void a_page_that_comes_back_within_its_first_hour_was_not_filled_in_by_a_person_who_needs_one() {
        FormTokens tokens = tokens(3600);
        assertThat(tokens.isFilledByAPerson(tokens.make())).isFalse();
    }

    @Test
    void a_mark_is_ours_or_it_is_none() {
        FormTokens tokens = tokens(0);
        assertThat(tokens.isFilledByAPerson(tokens.make())).isTrue();
        assertThat(tokens.isFilledByAPerson(tokens(0).make())).isFalse();
        assertThat(tokens.isFilledByAPerson("")).isFalse();
        assertThat(tokens.isFilledByAPerson("没有")).isFalse();
    }

    private static FormTokens tokens(int seconds) {
        return new FormTokens(new PublicFormSettings(seconds));
    }
}
