package id.espm.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

@AnalyzeClasses(packages = "id.espm.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String APP = "id.espm.app.";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theToolkitStaysInTheWindow = noClasses()
            .that()
            .resideOutsideOfPackage(APP + "gui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..", "javax.swing..", "atlantafx..")
            .because("the command line runs where there is neither a screen nor a font");

    @ArchTest
    static final ArchRule picturesAreMadeInOnePlace = noClasses()
            .that(resideOutsideOfPackages(APP + "gui..", APP + "drawing"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "org.apache.pdfbox..")
            .because("drawing may fail where there is no font, and then nothing else may");

    @ArchTest
    static final ArchRule onlyTheWiringKnowsTheWindow = noClasses()
            .that(resideOutsideOfPackages("id.espm.app", APP + "gui.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APP + "gui..");

    @ArchTest
    static final ArchRule theWindowDoesNotKnowTheCommandLine = noClasses()
            .that()
            .resideInAPackage(APP + "gui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(APP + "cli..", "picocli..");

    @ArchTest
    static final ArchRule picocliStaysInTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage(APP + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule theSandboxIsForPracticeAlone = noClasses()
            .that(resideOutsideOfPackages(APP + "practice..", APP + "cli.command"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("id.espm.sandbox..")
            .because("real work must not depend on the world that practice plays");

    @ArchTest
    static final ArchRule wordsAndSettingsDependOnNoFace = noClasses()
            .that(resideInAnyPackage(
                    APP + "text..",
                    APP + "settings..",
                    APP + "proxy",
                    APP + "update",
                    APP + "history..",
                    APP + "signing..",
                    APP + "draft..",
                    APP + "verification..",
                    APP + "report..",
                    APP + "delivery..",
                    APP + "database..",
                    APP + "outbox..",
                    APP + "doctor",
                    APP + "practice.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(APP + "cli..", APP + "gui..");

    @ArchTest
    static final ArchRule settingsKnowNoOther = noClasses()
            .that()
            .resideInAPackage(APP + "settings..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("id.espm.app..")
                    .and(resideOutsideOfPackages(APP + "settings..").as("outside of the settings")));

    @ArchTest
    static final ArchRule theWayOutKnowsNoOther = noClasses()
            .that()
            .resideInAPackage(APP + "proxy")
            .should()
            .dependOnClassesThat(resideInAnyPackage("id.espm..")
                    .and(resideOutsideOfPackages("id.espm.signer.network", APP + "proxy")
                            .as("outside of the network")));

    @ArchTest
    static final ArchRule whatAsksForNewerVersionsKnowsNothingOfTheWork = noClasses()
            .that()
            .resideInAPackage(APP + "update")
            .should()
            .dependOnClassesThat(resideInAnyPackage("id.espm..")
                    .and(resideOutsideOfPackages(
                                    "id.espm.signer",
                                    "id.espm.signer.network",
                                    "id.espm.signer.key",
                                    "id.espm.signer.cms",
                                    APP + "update")
                            .as("beyond network and signatures")))
            .because("what it does not know it cannot send (ADR-0022)");

    @ArchTest
    static final ArchRule strangersProgramsRunInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(APP + "proxy")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mozilla.javascript..")
            .because("what a script may do is bounded there (ADR-0020)");

    @ArchTest
    static final ArchRule draftsKnowPackagesAlone = noClasses()
            .that()
            .resideInAPackage(APP + "draft..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("id.espm.app..")
                    .and(resideOutsideOfPackages(APP + "draft..").as("outside of the drafts")));

    @ArchTest
    static final ArchRule jdbcStaysInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(APP + "database")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
            .because("what is written down is written safely in one way (ADR-0014, ADR-0016)");

    @ArchTest
    static final ArchRule onlyTheRecordsHaveADatabase = noClasses()
            .that(resideOutsideOfPackages(APP + "database", APP + "history..", APP + "outbox", APP + "signing"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APP + "database");

    @ArchTest
    static final ArchRule theFacesSendThroughTheOutboxAlone = noClasses()
            .that()
            .resideInAnyPackage(APP + "cli..", APP + "gui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APP + "espm.submit")
            .because("what is sent must be written down, whoever sends it (ADR-0016)");

    @ArchTest
    static final ArchRule theDatabaseKnowsNoOther = noClasses()
            .that()
            .resideInAPackage(APP + "database")
            .should()
            .dependOnClassesThat(resideInAnyPackage("id.espm..")
                    .and(resideOutsideOfPackages(APP + "database").as("outside of the database")));

    @ArchTest
    static final ArchRule theHistoryKnowsNoOther = noClasses()
            .that()
            .resideInAPackage(APP + "history..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("id.espm..")
                    .and(resideOutsideOfPackages("id.espm.signer", APP + "database", APP + "history..")
                            .as("outside of the history")));

    /** A slice for each package by its full name. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages of the app";
        }
    }
}
