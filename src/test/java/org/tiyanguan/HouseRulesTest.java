package org.tiyanguan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RestController;
import org.tiyanguan.engine.CaseMessages;
import org.tiyanguan.engine.CaseTasks;

/** What the rooms may do, and where time comes from. */
@AnalyzeClasses(packages = "org.tiyanguan", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    /** Modules are held by {@link ModularityTest}; within one, a room may use its parent and never the other way. */
    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching("org.tiyanguan.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_engines_inside_is_used_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("..engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine.impl..");

    @ArchTest
    static final ArchRule time_comes_from_the_one_clock = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule the_loop_knows_no_engine = noClasses()
            .that()
            .resideInAnyPackage("..rectification..", "..ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    /** What a page does is one transaction: a service does all of it, or refuses. */
    @ArchTest
    static final ArchRule pages_leave_acts_to_services = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .callMethod(CaseMessages.class, "send", String.class, String.class, Map.class)
            .orShould()
            .callMethod(CaseTasks.class, "complete", String.class, Map.class);

    /** The transaction is the service's, so that what the page does afterwards, or a table alone, undoes nothing. */
    @ArchTest
    static final ArchRule pages_have_no_transactions = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(ControllerAdvice.class)
            .should()
            .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule no_method_of_a_page_is_a_transaction = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .should()
            .beAnnotatedWith(Transactional.class);

    /**
     * Whoever moves a case changes tables as well, and all of it is one transaction. A page may start a case, which is
     * one by itself; the demo works day by day.
     */
    @ArchTest
    static final ArchRule who_moves_a_case_is_transactional = classes()
            .that(moveCases())
            .and()
            .areNotAnnotatedWith(Controller.class)
            .and()
            .resideOutsideOfPackages("..demo..", "..engine..")
            .should()
            .beAnnotatedWith(Transactional.class);

    /** The compiler holds what is marked, and nothing else, to what it says of null: see the pom. */
    @ArchTest
    static final ArchRule every_package_says_what_may_be_null = classes()
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "lie in a package that its package-info marks @NullMarked",
                    one -> one.getPackage().isAnnotatedWith(NullMarked.class))));

    private static DescribedPredicate<JavaClass> moveCases() {
        return DescribedPredicate.describe(
                "move cases",
                one -> one.getMethodCallsFromSelf().stream()
                        .map(JavaMethodCall::getTarget)
                        .anyMatch(target -> target.getOwner().isEquivalentTo(CaseMessages.class)
                                || target.getOwner().isEquivalentTo(CaseTasks.class)
                                        && target.getName().equals("complete")));
    }
}
