package org.kiramr.bench.cluster;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ports that clients and daemons must know beforehand, all on loopback. The other daemons'
 * ports are chosen by themselves.
 */
record Addresses(
    int nameNode,
    int nameNodeWeb,
    int resourceManager,
    int scheduler,
    int resourceTracker,
    int resourceAdmin,
    int resourceWeb,
    int history,
    int historyAdmin,
    int historyWeb) {
  static final String HOST = "localhost";

  private static final Path EPHEMERAL = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
  private static final int LOWEST = 10_000;
  private static final int COUNT = 10;
  private static final int TRIES = 1000;

  /**
   * Finds free ports below those that the system gives to clients' sockets: in the time until a
   * daemon takes its port no outgoing connection can.
   *
   * @throws IOException if there are not enough
   */
  static Addresses find() throws IOException {
    int limit = firstEphemeral();
    List<ServerSocket> taken = new ArrayList<>();
    try {
      for (int tries = 0; taken.size() < COUNT; tries++) {
        if (tries == TRIES) {
          throw new IOException("no free ports between " + LOWEST + " and " + limit);
        }
        tryToTake(ThreadLocalRandom.current().nextInt(LOWEST, limit), taken);
      }
      int[] ports = taken.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      return new Addresses(
          ports[0], ports[1], ports[2], ports[3], ports[4], ports[5], ports[6], ports[7], ports[8],
          ports[9]);
    } finally {
      for (ServerSocket socket : taken) {
        socket.close();
      }
    }
  }

  private static int firstEphemeral() throws IOException {
    // line by line: the kernel gives this file in one piece or not at all, readString asks twice
    return Integer.parseInt(Files.readAllLines(EPHEMERAL).get(0).split("\\s", -1)[0]);
  }

  // The sockets are closed together, by the caller: until then no port is found twice.
  @SuppressWarnings("resource")
  private static void tryToTake(int port, List<ServerSocket> taken) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      taken.add(socket);
    } catch (BindException e) {
      // somebody else's: the next try is with another
      socket.close();
    }
  }

  /** An address as Hadoop's settings want it. */
  static String address(int port) {
    return HOST + ":" + port;
  }

  /** The root of HDFS. */
  String fileSystem() {
    return "hdfs://" + address(nameNode);
  }
}
