package id.espm.app.espm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The day DJPb publishes eSPM's interface, this package changes and nothing else: so it leans on nothing else but the way out. */
@AnalyzeClasses(packages = "id.espm.app.espm", importOptions = ImportOption.DoNotIncludeTests.class)
class EspmArchitectureTest {
    private static final String ROOT = "id.espm.app.espm";

    @ArchTest
    static final ArchRule ofTheAppItNeedsOnlyItself = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "..",
                    "id.espm.app.proxy",
                    "id.espm.signer..",
                    "java..",
                    "javax.net.ssl..",
                    "okhttp3..",
                    "okio..",
                    "tools.jackson..",
                    "org.jspecify..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule okHttpStaysInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..");

    @ArchTest
    static final ArchRule importsRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("vocabulary")
            .definedBy(ROOT)
            .layer("http")
            .definedBy(ROOT + ".http")
            .layer("client")
            .definedBy(ROOT + ".client")
            .layer("submit")
            .definedBy(ROOT + ".submit")
            .whereLayer("submit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("client")
            .mayOnlyBeAccessedByLayers("submit")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("client", "submit")
            .whereLayer("vocabulary")
            .mayOnlyBeAccessedByLayers("http", "client", "submit");
}
