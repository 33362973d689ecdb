package org.tiyanguan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.DiagramOptions.DiagramStyle;

/** Which module may use which: as the {@code package-info} of each says, and drawn in {@code docs/modules.puml}. */
class ModularityTest {

    private final ApplicationModules modules = ApplicationModules.of(Tiyanguan.class);

    @Test
    void modules_use_what_they_say_and_no_more() {
        modules.verify();
    }

    /** A module is only held to what it says. */
    @Test
    void every_module_says_what_it_uses() {
        assertThat(modules.stream()
                        .filter(module -> module.getBasePackage()
                                .getAnnotation(ApplicationModule.class)
                                .isEmpty()))
                .isEmpty();
    }

    /** Made anew: {@code cp target/modules/components.puml docs/modules.puml}. */
    @Test
    void the_drawn_modules_are_those_of_the_code() throws IOException {
        Path made = Path.of("target/modules");
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder(made.toString()))
                .writeModulesAsPlantUml(DiagramOptions.defaults().withStyle(DiagramStyle.C4));
        // The order of the lines is not always the same.
        assertThat(Files.readAllLines(Path.of("docs/modules.puml")))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(made.resolve("components.puml")));
    }
}
