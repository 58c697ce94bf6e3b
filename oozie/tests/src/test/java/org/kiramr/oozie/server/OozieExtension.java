package org.kiramr.oozie.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.kiramr.cluster.BuildOutput;
import org.kiramr.cluster.MiniHadoop;
import org.kiramr.cluster.MiniHadoopExtension;

/**
 * Hands the {@link OozieServer} of this test run to tests that ask for one; started with the first,
 * and with it the cluster whose jobs it schedules; stopped after the last, before the cluster.
 */
public final class OozieExtension implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == OozieServer.class;
  }

  @Override
  public OozieServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
    MiniHadoop hadoop = MiniHadoopExtension.hadoop(context);
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(OozieServer.class, key -> start(hadoop), OozieServer.class);
  }

  private static OozieServer start(MiniHadoop hadoop) {
    try {
      Path directory = BuildOutput.directory().resolve("oozie");
      ShareLib.upload(hadoop.fileSystem());
      return OozieServer.start(
          directory, hadoop.clientConfiguration(), MiniHadoop.directory().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
