package id.espm.signer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The one-way packages of the core, and which of them may touch which library. */
@AnalyzeClasses(packages = "id.espm.signer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesImportOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("id.espm.signer..")
            .layer("root")
            .definedBy("id.espm.signer")
            .layer("rules")
            .definedBy("id.espm.signer.rules")
            .layer("network")
            .definedBy("id.espm.signer.network")
            .layer("key")
            .definedBy("id.espm.signer.key..")
            .layer("trust")
            .definedBy("id.espm.signer.trust..")
            .layer("authority")
            .definedBy("id.espm.signer.authority..")
            .layer("timestamp")
            .definedBy("id.espm.signer.timestamp")
            .layer("dss")
            .definedBy("id.espm.signer.dss")
            .layer("augment")
            .definedBy("id.espm.signer.augment")
            .layer("cms")
            .definedBy("id.espm.signer.cms")
            .layer("adk")
            .definedBy("id.espm.signer.adk..")
            .layer("pdf")
            .definedBy("id.espm.signer.pdf..")
            .layer("verify")
            .definedBy("id.espm.signer.verify")
            .layer("opinion")
            .definedBy("id.espm.signer.opinion")
            .layer("asic")
            .definedBy("id.espm.signer.asic..")
            .layer("bundle")
            .definedBy("id.espm.signer.bundle")
            .layer("paket")
            .definedBy("id.espm.signer.paket")
            .optionalLayer("review")
            .definedBy("id.espm.signer.review")
            .layer("sign")
            .definedBy("id.espm.signer.sign")
            .whereLayer("root")
            .mayNotAccessAnyLayer()
            .whereLayer("rules")
            .mayOnlyAccessLayers("root")
            .whereLayer("network")
            .mayOnlyAccessLayers("root", "key")
            .whereLayer("key")
            .mayOnlyAccessLayers("root")
            .whereLayer("trust")
            .mayOnlyAccessLayers("root", "network")
            .whereLayer("authority")
            .mayOnlyAccessLayers("root", "rules", "key", "trust")
            .whereLayer("timestamp")
            .mayOnlyAccessLayers("root", "network", "key")
            .whereLayer("dss")
            .mayOnlyAccessLayers("root", "network", "trust")
            .whereLayer("augment")
            .mayOnlyAccessLayers("root", "network", "trust", "timestamp", "dss")
            .whereLayer("cms")
            .mayOnlyAccessLayers("root", "key", "trust", "timestamp", "augment")
            .whereLayer("adk")
            .mayOnlyAccessLayers("root", "key", "cms")
            .whereLayer("pdf")
            .mayOnlyAccessLayers("root", "key", "augment", "cms")
            .whereLayer("verify")
            .mayOnlyAccessLayers("root", "key", "trust", "cms", "adk", "pdf")
            .whereLayer("opinion")
            .mayOnlyAccessLayers("root", "trust", "dss", "verify")
            .whereLayer("asic")
            .mayOnlyAccessLayers("root", "cms", "verify")
            .whereLayer("bundle")
            .mayOnlyAccessLayers("root", "rules", "key", "trust", "cms", "adk", "pdf", "verify", "asic")
            .whereLayer("paket")
            .mayOnlyAccessLayers("root", "rules", "adk")
            .whereLayer("review")
            .mayOnlyAccessLayers("root", "adk", "pdf", "paket")
            .whereLayer("sign")
            .mayOnlyAccessLayers(
                    "root", "rules", "key", "trust", "augment", "cms", "pdf", "verify", "asic", "bundle", "paket",
                    "review");

    @ArchTest
    static final ArchRule thereIsNoCycle =
            slices().matching("id.espm.signer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule trustImportsOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("id.espm.signer.trust..")
            .layer("evidence")
            .definedBy("id.espm.signer.trust.evidence")
            .layer("revocation")
            .definedBy("id.espm.signer.trust.revocation")
            .layer("trust")
            .definedBy("id.espm.signer.trust")
            .whereLayer("evidence")
            .mayNotAccessAnyLayer()
            .whereLayer("revocation")
            .mayOnlyAccessLayers("evidence")
            .whereLayer("trust")
            .mayOnlyAccessLayers("evidence");

    @ArchTest
    static final ArchRule onlyCmsAndTimestampTouchBouncyCastlesCms = noClasses()
            .that()
            .resideOutsideOfPackages("id.espm.signer.cms", "id.espm.signer.timestamp", "id.espm.signer.augment")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle.cms..", "org.bouncycastle.asn1.cms..", "org.bouncycastle.tsp..");

    @ArchTest
    static final ArchRule whoChecksSignaturesOfOthersTouchesBouncyCastlesOperators = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "id.espm.signer.cms",
                    "id.espm.signer.timestamp",
                    "id.espm.signer.trust..",
                    "id.espm.signer.augment")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle.operator..", "org.bouncycastle.cert.ocsp..");

    @ArchTest
    static final ArchRule whoSignsAndReadsBackDoesWithoutDss = noClasses()
            .that()
            .resideOutsideOfPackages("id.espm.signer.dss", "id.espm.signer.augment", "id.espm.signer.opinion")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("eu.europa.esig..");

    @ArchTest
    static final ArchRule onlyPdfTouchesPdfBox = noClasses()
            .that()
            .resideOutsideOfPackage("id.espm.signer.pdf..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..");

    @ArchTest
    static final ArchRule onlyAdkContentsTouchesWhatReadsAdks = noClasses()
            .that()
            .resideOutsideOfPackage("id.espm.signer.adk.contents")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.lingala.zip4j..", "com.linuxense.javadbf..");

    @ArchTest
    static final ArchRule theCoreKnowsNoFace = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx..", "java.awt..", "javax.swing..", "picocli..", "id.espm.app..", "id.espm.sandbox..");

    @ArchTest
    static final ArchRule nothingIsInstalledGlobally = noClasses()
            .should()
            .callMethod(java.security.Security.class, "addProvider", java.security.Provider.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule publicTypesStandForThemselves = classes()
            .that()
            .arePublic()
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager");
}
