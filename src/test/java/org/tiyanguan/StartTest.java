package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class StartTest {

    @Autowired
    RepositoryService repository;

    @Test
    void the_program_starts() {
        assertThat(repository).isNotNull();
    }
}
