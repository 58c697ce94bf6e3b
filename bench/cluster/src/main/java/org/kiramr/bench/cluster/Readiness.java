package org.kiramr.bench.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What the daemons say of themselves on their web servers. A daemon that does not answer is not
 * ready; it is no error.
 */
final class Readiness {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final Addresses addresses;

  Readiness(Addresses addresses) {
    this.addresses = addresses;
  }

  /** Whether data nodes and node managers can be started. */
  boolean takesNodes() {
    return isOpen(addresses.nameNode()) && isOpen(addresses.resourceTracker());
  }

  /** Data nodes that the name node knows and that live; 0 while it is in safe mode. */
  int dataNodes() throws InterruptedException {
    String query = "/jmx?qry=Hadoop:service=NameNode,name=FSNamesystemState";
    JsonNode state = get(addresses.nameNodeWeb(), query).path("beans").path(0);
    boolean operational = state.path("FSState").asText().equals("Operational");
    return operational ? state.path("NumLiveDataNodes").asInt() : 0;
  }

  /** Node managers that the resource manager can use. */
  int nodeManagers() throws InterruptedException {
    JsonNode metrics = get(addresses.resourceWeb(), "/ws/v1/cluster/metrics");
    return metrics.path("clusterMetrics").path("activeNodes").asInt();
  }

  /** Whether the history server has counters of finished jobs to give. */
  boolean answersHistory() throws InterruptedException {
    JsonNode info = get(addresses.historyWeb(), "/ws/v1/history/info").path("historyInfo");
    return info.path("startedOn").asLong() > 0 && isOpen(addresses.history());
  }

  private JsonNode get(int port, String path) throws InterruptedException {
    URI uri = URI.create("http://" + Addresses.address(port) + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("Accept", "application/json").build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200 ? JSON.readTree(response.body()) : JSON.missingNode();
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) TIMEOUT.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
