package id.espm.sandbox;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

@AnalyzeClasses(packages = "id.espm.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule sandboxKnowsNothingOfTheSigner = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("id.espm.signer..", "id.espm.app..")
            .because("a judge that shares code with the judged cannot find its faults");

    @ArchTest
    static final ArchRule certificationAuthorityStandsAlone = noClasses()
            .that()
            .resideInAPackage("id.espm.sandbox.ca..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("id.espm.sandbox..").and(not(resideInAPackage("id.espm.sandbox.ca.."))));

    @ArchTest
    static final ArchRule samplesKnowNoCertificates = noClasses()
            .that()
            .resideInAPackage("id.espm.sandbox.samples..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("id.espm.sandbox..").and(not(resideInAPackage("id.espm.sandbox.samples.."))));

    /** A slice for each package by its full name, the root package included. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages of the sandbox";
        }
    }
}
