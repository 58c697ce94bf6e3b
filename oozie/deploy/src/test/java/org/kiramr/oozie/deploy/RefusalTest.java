package org.kiramr.oozie.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped application passes; each doctored copy is refused in one line that says why. */
class RefusalTest {
  @TempDir Path temporary;

  @Test
  void shippedApplicationPasses() throws IOException {
    assertThat(new TestApplication(temporary).problems(Map.of())).isEmpty();
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          onRejects              | wran           | job.properties: property onRejects: 'wran' is none of warn, stop
          onDifference           | no             | job.properties: property onDifference: 'no' is none of warn, stop
          notifySuccess          | mail           | job.properties: property notifySuccess: 'mail' is none of none, marker, email
          observatoryTimezone    | America/Nowhere | nightly/coordinator.xml: timezone of coordinator-app: 'America/Nowhere' (${observatoryTimezone}) is no time zone that Java knows, such as UTC or America/New_York
          nightlyStart           | 2026-12-01     | nightly/coordinator.xml: start of coordinator-app: '2026-12-01' (${nightlyStart}) is no time such as 2026-11-23T02:00Z
          nightlyStart           | 2026-02-30T12:00Z | nightly/coordinator.xml: start of coordinator-app: '2026-02-30T12:00Z' (${nightlyStart}) is no time such as 2026-11-23T02:00Z
          nightlyEnd             | 2026-12-01T12:00Z | nightly/coordinator.xml: end of coordinator-app: '2026-12-01T12:00Z' is not after the start, '2026-12-01T12:00Z'
          nightlyThrottle        | many           | nightly/coordinator.xml: throttle: 'many' (${nightlyThrottle}) is not a whole number
          nightlyConcurrency     | 0              | nightly/coordinator.xml: concurrency: '0' (${nightlyConcurrency}) is not from 1 to 2147483647
          nightlyExecution       | FILO           | nightly/coordinator.xml: execution: 'FILO' (${nightlyExecution}) is none of FIFO, LIFO, LAST_ONLY, NONE
          retryMax               | some           | extract/workflow.xml: retry-max of action extract: 'some' (${retryMax}) is not a whole number
          launcherMemoryMb       | 1g             | extract/workflow.xml: property oozie.launcher.memory.mb: '1g' (${launcherMemoryMb}) is not a whole number
          mailTo                 | me             | extract/workflow.xml: to of action mail-success: 'me' (${mailTo}) is no list of mail addresses
          nameNode               | localhost:8020/ | extract/workflow.xml: name-node: 'localhost:8020/' (${nameNode}) is no file system such as hdfs://host:8020, without a slash at its end
          resourceManager        | rm:http        | extract/workflow.xml: resource-manager: 'rm:http' (${resourceManager}) is no address such as host:8032
          catalogs               | catalogs       | extract/workflow.xml: path of touchz of action mark-success: 'catalogs/_notices/published-x-x' (${catalogs}/_notices/published-${night}-${wf:id()}) is no absolute path with a scheme, such as hdfs://host:8020/data
          images                 | /images        | nightly/coordinator.xml: uri-template of dataset nights: '/images/x-x-x' (${images}/${YEAR}-${MONTH}-${DAY}) is no absolute path with a scheme, such as hdfs://host:8020/data
          extractOptions         | --treshold 2   | extract/workflow.xml: arg of action extract: ${extractOptions}: extract refuses it: Unrecognized option: --treshold
          extractOptions         | --threshold x  | extract/workflow.xml: arg of action extract: ${extractOptions}: extract refuses it: --threshold x: not a number
          extractOptions         | --output there | extract/workflow.xml: arg of action extract: ${extractOptions}: extract refuses it: --output is given 2 times
          extractOptions         | --input there  | extract/workflow.xml: arg of action extract: ${extractOptions}: extract refuses it: not to be given here: --input
          extractOptions         | -D kira.extract.input=there | extract/workflow.xml: arg of action extract: ${extractOptions}: extract refuses it: not to be given here: --input
          extractOptions         | --clean 1 --overwrite | extract/workflow.xml: arg of action extract: ${extractOptions}: extract refuses it: not to be given here: --overwrite
          extractOptions         | --help         | extract/workflow.xml: arg of action extract: ${extractOptions}: extract refuses it: not to be given here: --help
          verifyOptions          | --provenance there | verify/workflow.xml: arg of action rerun: ${verifyOptions}: rerun refuses it: not to be given here: --provenance
          verifyOptions          | there          | verify/workflow.xml: arg of action rerun: ${verifyOptions}: rerun refuses it: not to be given here: --provenance
          verifyOptions          | --overwrite    | verify/workflow.xml: arg of action rerun: ${verifyOptions}: rerun refuses it: not to be given here: --overwrite
          verifyOptions          | --splits auto  | verify/workflow.xml: arg of action rerun: ${verifyOptions}: rerun refuses it: Unrecognized option: --splits
          colour                 | red            | job.properties: property colour: nothing uses it
          oozie.wf.aplication.path | hdfs://a/b   | job.properties: property oozie.wf.aplication.path: nothing uses it
          queueName              | ~~             | job.properties: property queueName: is empty: Oozie takes it for undefined
          catalogs               | ${nameNod}/x   | job.properties: property catalogs: ${nameNod} is not defined
          application            | ${application}/x | job.properties: property application: it refers to itself: application -> application
          nightlyThrottle        | ${coord:days(1)} | job.properties: property nightlyThrottle: coord:days(...) is not evaluated here, only in XML
          oozie.libpath          | ${nameNode}/lib | job.properties: property oozie.libpath: must be ${application}/lib, or the workflows do not find their jars
          oozie.wf.application.path | ${application}/extrakt | job.properties: property oozie.wf.application.path: there is no extrakt/workflow.xml in the application
          """)
  void wrongPropertyIsRefused(String name, String value, String problem) throws IOException {
    assertThat(new TestApplication(temporary).problems(Map.of(name, value))).contains(problem);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          extract/workflow.xml | </workflow-app> | </workflow> | not XML: The element type "workflow-app" must be terminated by the matching end-tag "</workflow-app>".
          extract/workflow.xml | <workflow-app | <!DOCTYPE x><workflow-app | not XML: DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.
          extract/workflow.xml | <capture-output/> | <capture-outputs/> | not valid: cvc-complex-type.2.4.a: Invalid content was found starting with element '{"uri:oozie:workflow:1.0":capture-outputs}'.
          nightly/coordinator.xml | <timeout> | <time-out>1</time-out><timeout> | not valid: cvc-complex-type.2.4.a: Invalid content was found starting with element '{"uri:oozie:coordinator:0.4":time-out}'.
          bundle.xml | uri:oozie:bundle:0.2 | uri:oozie:bundle:0.9 | namespace uri:oozie:bundle:0.9: Oozie's client has no schema for it
          bundle.xml | bundle-app xmlns="uri:oozie:bundle:0.2" | bundle-application | not XML
          extract/workflow.xml | <email xmlns="uri:oozie:email-action:0.2"> | <email xmlns="uri:oozie:email-action:0.2"><from>me</from> | not valid: cvc-complex-type.2.4.a: Invalid content was found starting with element '{"uri:oozie:email-action:0.2":from}'.
          extract/workflow.xml | <ok to="record"/> | <ok to="recrod"/> | ok of action publish: there is no node recrod
          extract/workflow.xml | <ok to="record"/> | <ok to="end"/> | action record: no transition leads here
          extract/workflow.xml | <ok to="record"/> | <ok to="extract"/> | action extract: a way leads back to it
          extract/workflow.xml | <decision name="check-rejects"> | <decision name="extract"> | extract: another node has this name
          extract/workflow.xml | ${extractOptions} | ${extractOption} | arg of action extract: ${extractOption} is not defined
          extract/workflow.xml | ${not empty wf:lastErrorNode()} | ${not empty wf:lastErrorNode() | case of decision why: an expression has no end
          extract/workflow.xml | ${not empty wf:lastErrorNode()} | ${not empty wf:lastErorNode()} | case of decision why: Oozie has no function wf:lastErorNode
          extract/workflow.xml | wf:actionData('publish') | wf:actionData('publihs') | there is no node publihs
          extract/workflow.xml | <name>onRejects</name> | <name>onReject</name> | property onReject: nothing uses it
          nightly/coordinator.xml | <name>night</name> | <name>nigth</name> | property nigth: nothing uses it
          nightly/coordinator.xml | dataIn('frames') | dataIn('frame') | property input: there is no event frame
          nightly/coordinator.xml | dataset="nights" | dataset="nihgts" | data-in frames: there is no dataset nihgts
          nightly/coordinator.xml | ${YEAR} | ${YAER} | uri-template of dataset nights: ${YAER} is not defined
          nightly/coordinator.xml | frequency="${coord:days(1)}" | frequency="daily" | frequency of coordinator-app: 'daily' is neither a number of minutes nor five fields of cron, such as 0 12 * * 1
          nightly/coordinator.xml | ${application}/extract | ${application}/extrakt | app-path of workflow: there is no extrakt/workflow.xml in the application
          bundle.xml | ${application}/weekly | ${nameNode}/weekly | app-path of coordinator kira-weekly: hdfs://localhost:8020/weekly is not in the application, ${application}
          bundle.xml | ${application}/weekly | ${application}/verify/workflow.xml | app-path of coordinator kira-weekly: verify/workflow.xml is no coordinator
          extract/workflow.xml | action.ExtractAction | action.ExtraktAction | main-class of action extract: there is no class org.kiramr.oozie.action.ExtraktAction in the jars of lib/
          extract/workflow.xml | action.ExtractAction | action.OptionWords | main-class of action extract: class org.kiramr.oozie.action.OptionWords has no main
          job.properties | queueName=default | onRejects=stop | property onRejects: it is there more than once
          """)
  void wrongFileIsRefused(String file, String from, String to, String problem) throws IOException {
    assertThat(new TestApplication(temporary).replace(file, from, to).problems(Map.of()))
        .anySatisfy(line -> assertThat(line).startsWith(file + ": ").contains(problem));
  }

  @Test
  void missingJarIsRefused() throws IOException {
    TestApplication application = new TestApplication(temporary);
    BuiltApplication built = application.build(Map.of());
    Files.delete(built.folder().resolve("lib/kira-oozie.jar"));

    assertThat(built.problems())
        .containsExactly(new Problem("lib/kira-oozie.jar", "", "there is no such file"));
  }

  @Test
  void jarWithoutNativeLibrariesIsRefused() throws IOException {
    TestApplication application = new TestApplication(temporary);
    TestJars.kira(application.sources().kiraJar(), TestJars.NATIVES.subList(0, 2));
    assertThat(application.problems(Map.of()))
        .containsExactly(
            "lib/kira-mr.jar: there is no com/sun/jna/linux-x86-64/libjnidispatch.so in it");

    TestJars.kira(application.sources().kiraJar(), List.of());
    assertThat(application.problems(Map.of()))
        .containsExactly("lib/kira-mr.jar: there is no libsep.so in it, for any platform");
  }

  @Test
  void missingPropertyIsRefused() throws IOException {
    TestApplication application =
        new TestApplication(temporary).replace("job.properties", "\ndoneFlag=", "\n#doneFlag=");

    assertThat(application.problems(Map.of()))
        .containsExactly(
            "nightly/coordinator.xml: done-flag of dataset nights: ${doneFlag} is not defined");
  }

  @Test
  void missingDefinitionIsRefused() throws IOException {
    TestApplication application = new TestApplication(temporary);
    Files.delete(application.file("weekly/coordinator.xml"));

    assertThat(application.problems(Map.of()))
        .contains(
            "bundle.xml: app-path of coordinator kira-weekly: there is no weekly/coordinator.xml in the"
                + " application",
            "job.properties: property weeklyStart: nothing uses it");
  }

  @Test
  void allProblemsAreTold() throws IOException {
    TestApplication application =
        new TestApplication(temporary)
            .replace("extract/workflow.xml", "<ok to=\"record\"/>", "<ok to=\"recrod\"/>")
            .replace("bundle.xml", "${application}/weekly", "${aplication}/weekly");

    assertThat(application.problems(Map.of("onRejects", "maybe", "colour", "red")))
        .contains(
            "extract/workflow.xml: ok of action publish: there is no node recrod",
            "bundle.xml: app-path of coordinator kira-weekly: ${aplication} is not defined",
            "job.properties: property onRejects: 'maybe' is none of warn, stop",
            "job.properties: property colour: nothing uses it");
  }
}
