package org.kiramr.oozie.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that takes every message and delivers none: as much of SMTP (RFC 5321) as a client
 * without authentication and encryption speaks. Thread-safe.
 */
public final class Mailbox implements AutoCloseable {
  private final ServerSocket socket;
  private final List<String> messages = new CopyOnWriteArrayList<>();

  private Mailbox(ServerSocket socket) {
    this.socket = socket;
  }

  /** Opens one on a free port of this machine. */
  static Mailbox open() throws IOException {
    Mailbox mailbox = new Mailbox(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(mailbox::serve, "mailbox");
    thread.setDaemon(true);
    thread.start();
    return mailbox;
  }

  /** Where it listens. */
  int port() {
    return socket.getLocalPort();
  }

  /** The messages that came, headers and text, in order. */
  public List<String> messages() {
    return List.copyOf(messages);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        converse(client);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void converse(Socket client) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
    OutputStream out = client.getOutputStream();
    say(out, "220 localhost");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.toUpperCase(Locale.ROOT);
      if (command.startsWith("DATA")) {
        say(out, "354 go on");
        messages.add(message(in));
        say(out, "250 taken");
      } else if (command.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, "250 localhost");
      }
    }
  }

  private static String message(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
