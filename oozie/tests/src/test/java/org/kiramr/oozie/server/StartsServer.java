package org.kiramr.oozie.server;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A parent to be killed: starts a server, says its process id, and waits for ever. */
final class StartsServer {
  private static final int NO_MAIL = 9;

  private StartsServer() {}

  /** Arguments: the server's directory, Hadoop's configuration, the mark. */
  public static void main(String[] args) throws Exception {
    OozieServer server = OozieServer.start(Path.of(args[0]), Path.of(args[1]), NO_MAIL, args[2]);
    System.out.println(server.handle().pid());
    new CountDownLatch(1).await();
  }
}
