package org.kiramr.fits;

import static org.kiramr.fits.FitsBytes.card;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A directory in memory, of files with maps of two pixels, and how its frames are read. */
final class CompanionFiles {
  private final Map<String, byte[]> files = new HashMap<>();
  private final List<InputStream> open = new ArrayList<>();
  private String broken = "";
  private int goodBlocks;
  private Companions companions = Companions.none();
  private IOException failure;

  CompanionFiles with(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  CompanionFiles mask(String source) {
    return mask(source, Companions.ANY_BIT);
  }

  CompanionFiles mask(String source, long bits) {
    companions =
        new Companions(
            CompanionSource.of(source), bits, companions.noise(), companions.noiseKind());
    return this;
  }

  CompanionFiles noise(String source, NoiseKind kind) {
    companions =
        new Companions(companions.mask(), companions.maskBits(), CompanionSource.of(source), kind);
    return this;
  }

  /** A file whose reading fails after its first block. */
  CompanionFiles broken(String name) {
    return brokenAfter(name, 1);
  }

  /** A file whose reading fails after so many blocks. */
  CompanionFiles brokenAfter(String name, int blocks) {
    broken = name;
    goodBlocks = blocks;
    return this;
  }

  FitsBytes.Read read(String name) {
    return read(name, FrameReaderOptions.defaults());
  }

  FitsBytes.Read read(String name, FrameReaderOptions options) {
    List<FrameItem> items = new ArrayList<>();
    try (FrameReader reader =
        new FrameReader(
            new ByteArrayInputStream(files.get(name)),
            "dir/" + name,
            files.get(name).length,
            options.withCompanions(companions),
            new FrameMemory(),
            this::sibling)) {
      for (FrameItem item = reader.next(); item != null; item = reader.next()) {
        items.add(item);
      }
      failure = reader.readFailure();
      return new FitsBytes.Read(items, reader.summary("mem:/dir/" + name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file system's error of the last file read, or null. */
  IOException failure() {
    return failure;
  }

  /** How many of the companions are still open. */
  int open() {
    return open.size();
  }

  private SiblingFiles.Sibling sibling(String name) throws IOException {
    byte[] content = files.get(name);
    if (content == null) {
      throw new FileNotFoundException(name);
    }
    InputStream in =
        new ByteArrayInputStream(content) {
          @Override
          public synchronized int read(byte[] target, int from, int length) {
            if (name.equals(broken) && pos >= goodBlocks * HeaderText.BLOCK) {
              throw new UncheckedIOException(new IOException("disk on fire"));
            }
            return super.read(target, from, Math.min(length, HeaderText.BLOCK));
          }

          @Override
          public void close() {
            open.remove(this);
          }
        };
    open.add(in);
    return new SiblingFiles.Sibling(unwrapping(in), content.length);
  }

  /** {@link ByteArrayInputStream} may not throw IOExceptions itself. */
  private static InputStream unwrapping(InputStream in) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] target, int from, int length) throws IOException {
        try {
          return in.read(target, from, length);
        } catch (UncheckedIOException e) {
          throw e.getCause();
        }
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }

  /** A file whose primary HDU has no data. */
  static FitsBytes primary() {
    return new FitsBytes().header(card("SIMPLE", "T"), card("BITPIX", 8), card("NAXIS", 0));
  }

  static String name(String extname) {
    return card("EXTNAME", "'" + extname + "'");
  }

  static String version(int extver) {
    return card("EXTVER", extver);
  }

  static byte[] ints(int... values) {
    ByteBuffer data = ByteBuffer.allocate(Integer.BYTES * values.length);
    for (int value : values) {
      data.putInt(value);
    }
    return data.array();
  }

  static byte[] floats(float... values) {
    ByteBuffer data = ByteBuffer.allocate(Float.BYTES * values.length);
    for (float value : values) {
      data.putFloat(value);
    }
    return data.array();
  }

  static byte[] doubles(double... values) {
    ByteBuffer data = ByteBuffer.allocate(Double.BYTES * values.length);
    for (double value : values) {
      data.putDouble(value);
    }
    return data.array();
  }
}
