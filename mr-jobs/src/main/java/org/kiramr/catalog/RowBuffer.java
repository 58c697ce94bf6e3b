package org.kiramr.catalog;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Rows of a table as UTF-8 text, in a buffer that grows and is used again. Values are separated by
 * commas; rows end with a line feed. Not thread-safe.
 */
public final class RowBuffer {
  /** No number of any type is longer. */
  private static final int MAX_NUMBER_LENGTH = 32;

  private byte[] bytes = new byte[8192];
  private int length;

  /** Forgets all rows; keeps the memory. */
  public void clear() {
    length = 0;
  }

  /** How many bytes there are. */
  public int length() {
    return length;
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** Writes all bytes. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
  }

  void updateDigest(MessageDigest digest) {
    digest.update(bytes, 0, length);
  }

  void append(byte[] text) {
    ensure(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
  }

  void append(long value) {
    ensure(MAX_NUMBER_LENGTH);
    length = NumberOutput.outputLong(value, bytes, length);
  }

  void append(double value) {
    appendAscii(Numbers.text(value));
  }

  void append(float value) {
    appendAscii(Numbers.text(value));
  }

  /** Text as it is, or in double quotes where a reader could take it for something else. */
  void append(String text) {
    if (needsQuotes(text)) {
      append(('"' + text.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.UTF_8));
    } else {
      append(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  void separate() {
    appendByte(',');
  }

  void endRow() {
    appendByte('\n');
  }

  private static boolean needsQuotes(String text) {
    if (text.isEmpty()
        || text.charAt(0) == '#'
        || text.charAt(0) == ' '
        || text.charAt(text.length() - 1) == ' ') {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  private void appendAscii(String text) {
    int count = text.length();
    ensure(count);
    copyAscii(text, count);
    length += count;
  }

  /** The deprecated method is the only one that copies into memory that is there. */
  @SuppressWarnings("deprecation")
  private void copyAscii(String text, int count) {
    text.getBytes(0, count, bytes, length);
  }

  private void appendByte(char ascii) {
    ensure(1);
    bytes[length++] = (byte) ascii;
  }

  private void ensure(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }
}
