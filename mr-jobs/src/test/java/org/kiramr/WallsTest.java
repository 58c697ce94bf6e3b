package org.kiramr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Keeps the arrows between the packages pointing one way. */
@AnalyzeClasses(packages = "org.kiramr", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {
  private static final String HADOOP = "org.apache.hadoop..";

  @ArchTest
  static final ArchRule SEP_STANDS_ALONE =
      classes()
          .that()
          .resideInAPackage("org.kiramr.sep..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "com.sun.jna..", "org.kiramr.sep..", "org.kiramr.natives.jna");

  @ArchTest
  static final ArchRule WCS_STANDS_ALONE =
      classes()
          .that()
          .resideInAPackage("org.kiramr.wcs..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "com.sun.jna..", "org.kiramr.wcs..", "org.kiramr.natives.jna");

  @ArchTest
  static final ArchRule JNA_STAYS_IN_ITS_PACKAGES =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.kiramr.*.jna")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.jna..");

  @ArchTest
  static final ArchRule FRAMES_KNOW_NO_HADOOP =
      noClasses()
          .that()
          .resideInAPackage("org.kiramr.fits")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(HADOOP, "org.kiramr.fits.mapreduce..");

  @ArchTest
  static final ArchRule FITS_AND_SEP_KNOW_NOTHING_OF_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage("org.kiramr.fits..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.kiramr.sep..", "org.kiramr.wcs..", "org.kiramr.jobs..", "org.kiramr.catalog..");

  @ArchTest
  static final ArchRule EXTRACTION_AND_CATALOGUE_KNOW_NO_ENGINE =
      noClasses()
          .that()
          .resideInAnyPackage("org.kiramr.extract..", "org.kiramr.catalog..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              HADOOP, "org.apache.spark..", "org.kiramr.jobs..", "org.kiramr.fits.mapreduce..");

  @ArchTest
  static final ArchRule CATALOGUE_KNOWS_NO_EXTRACTION =
      noClasses()
          .that()
          .resideInAPackage("org.kiramr.catalog..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.kiramr.extract..", "org.kiramr.sep..", "org.kiramr.wcs..");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("org.kiramr.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOTHING_PRINTS_BUT_THE_DRIVER =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.kiramr.jobs.Driver")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
