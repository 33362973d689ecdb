package org.tiyanguan.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tiyanguan.IntegrationTest;

/** What the pages read of groups that an administrator may have made in any way. */
@IntegrationTest
class PeopleTest {

    @Autowired
    IdentityService identity;

    @Autowired
    People people;

    @Test
    void a_group_that_nobody_gave_a_name_goes_by_its_code() {
        save("dept-nameless", People.DEPARTMENT_TYPE);
        save("unit-nameless", Accounts.ROLE_TYPE);

        assertThat(people.departments()).contains(new People.Department("nameless", "nameless"));
        assertThat(people.departmentName("nameless")).isEqualTo("nameless");
        assertThat(people.units()).contains(new People.Unit("unit-nameless", "unit-nameless"));
        assertThat(people.nameOfGroup("unit-nameless")).isEqualTo("unit-nameless");
    }

    private void save(String id, String type) {
        Group group = identity.newGroup(id);
        group.setType(type);
        identity.saveGroup(group);
    }
}
