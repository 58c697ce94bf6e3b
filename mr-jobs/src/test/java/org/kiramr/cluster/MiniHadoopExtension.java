package org.kiramr.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the {@link MiniHadoop} of this test run to tests that ask for one; started with the first,
 * stopped after the last.
 */
public final class MiniHadoopExtension implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == MiniHadoop.class;
  }

  @Override
  public MiniHadoop resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return hadoop(context);
  }

  /** The cluster, for other extensions: what they start after it is stopped before it. */
  public static MiniHadoop hadoop(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(MiniHadoop.class, key -> start(), MiniHadoop.class);
  }

  private static MiniHadoop start() {
    try {
      return MiniHadoop.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
