package org.kiramr.oozie.deploy;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The kinds of values that an Oozie application has. */
final class ValueTypes {
  /** Oozie's form: minutes, and Z or the offset of the server's processing time zone. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXX").withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC)([+-]\\d\\d:?\\d\\d)?");
  private static final Pattern CRON =
      Pattern.compile("[0-9A-Za-z*/,#?-]+(?:\\s+[0-9A-Za-z*/,#?-]+){4}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
  private static final Pattern MAIL = Pattern.compile("[^\\s@,]+@[^\\s@,]+");

  private ValueTypes() {}

  /** A whole number from {@code min} to {@code max}, both included. */
  static ValueType wholeNumber(long min, long max) {
    return text -> {
      try {
        long value = Long.parseLong(text);
        return unless(value >= min && value <= max, "is not from " + min + " to " + max);
      } catch (NumberFormatException e) {
        return Optional.of("is not a whole number");
      }
    };
  }

  /** One of some words. */
  static ValueType oneOf(String... words) {
    List<String> known = List.of(words);
    return text -> unless(known.contains(text), "is none of " + String.join(", ", known));
  }

  /** A time zone that both Java and Oozie know: a name of the time zone database, or GMT+hh:mm. */
  static ValueType timeZone() {
    return text ->
        unless(
            ZoneId.getAvailableZoneIds().contains(text) || OFFSET.matcher(text).matches(),
            "is no time zone that Java knows, such as UTC or America/New_York");
  }

  /** A moment, such as 2026-11-23T02:00Z. */
  static ValueType time() {
    return text -> unless(moment(text).isPresent(), "is no time such as 2026-11-23T02:00Z");
  }

  /** The moment that a text is; empty if it is none. */
  static Optional<OffsetDateTime> moment(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** How often a coordinator runs: minutes, or the five fields of cron. */
  static ValueType frequency() {
    ValueType minutes = wholeNumber(1, Integer.MAX_VALUE);
    return text ->
        unless(
            minutes.refusal(text).isEmpty() || CRON.matcher(text).matches(),
            "is neither a number of minutes nor five fields of cron, such as 0 12 * * 1");
  }

  /** A path with its file system: what it means does not depend on who reads it. */
  static ValueType path() {
    return text -> {
      URI uri = uri(text);
      return unless(
          uri != null
              && uri.getScheme() != null
              && uri.getPath() != null
              && uri.getPath().startsWith("/"),
          "is no absolute path with a scheme, such as hdfs://host:8020/data");
    };
  }

  /** The root of a file system, such as hdfs://host:8020. */
  static ValueType fileSystem() {
    return text -> {
      URI uri = uri(text);
      return unless(
          uri != null
              && uri.getScheme() != null
              && uri.getPath() != null
              && uri.getPath().isEmpty(),
          "is no file system such as hdfs://host:8020, without a slash at its end");
    };
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // what it should be is told by who asked
      return null;
    }
  }

  /** HOST:PORT, or the name of a resource manager's cluster, such as yarnRM. */
  static ValueType address() {
    return text -> {
      int colon = text.indexOf(':');
      String host = colon < 0 ? text : text.substring(0, colon);
      boolean port =
          colon < 0 || wholeNumber(1, 65_535).refusal(text.substring(colon + 1)).isEmpty();
      return unless(HOST.matcher(host).matches() && port, "is no address such as host:8032");
    };
  }

  /** Mail addresses, parted by commas. */
  static ValueType mail() {
    return text ->
        unless(
            Arrays.stream(text.split(",", -1)).allMatch(one -> MAIL.matcher(one.strip()).matches()),
            "is no list of mail addresses");
  }

  private static Optional<String> unless(boolean right, String refusal) {
    return right ? Optional.empty() : Optional.of(refusal);
  }
}
