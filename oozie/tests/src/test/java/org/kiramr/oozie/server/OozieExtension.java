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
 * Hands the {@link Observatory} of this test run to tests that ask for it; opened with the first,
 * and closed after the last: the server before the cluster whose jobs it schedules.
 */
public final class OozieExtension implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Observatory.class;
  }

  @Override
  public Observatory resolveParameter(ParameterContext parameter, ExtensionContext context) {
    MiniHadoop hadoop = MiniHadoopExtension.hadoop(context);
    ExtensionContext.Store store = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
    Mailbox mailbox = store.computeIfAbsent(Mailbox.class, key -> openMailbox(), Mailbox.class);
    OozieServer oozie =
        store.computeIfAbsent(OozieServer.class, key -> start(hadoop, mailbox), OozieServer.class);
    return store.computeIfAbsent(
        Observatory.class, key -> open(hadoop, oozie, mailbox), Observatory.class);
  }

  private static Mailbox openMailbox() {
    try {
      return Mailbox.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OozieServer start(MiniHadoop hadoop, Mailbox mailbox) {
    try {
      Path directory = BuildOutput.directory().resolve("oozie");
      ShareLib.upload(hadoop.fileSystem());
      return OozieServer.start(
          directory,
          hadoop.clientConfiguration(),
          mailbox.port(),
          MiniHadoop.directory().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static Observatory open(MiniHadoop hadoop, OozieServer oozie, Mailbox mailbox) {
    try {
      return Observatory.open(hadoop, oozie, mailbox);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
