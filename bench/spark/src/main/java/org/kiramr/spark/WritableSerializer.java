package org.kiramr.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.hadoop.io.Writable;

/**
 * Has Kryo write a Writable as it writes itself: the bytes of the shuffle are those of MapReduce's.
 *
 * @param <T> the type
 */
final class WritableSerializer<T extends Writable> extends Serializer<T> {
  private final Supplier<T> maker;

  /**
   * @param maker makes an empty one to be filled
   */
  WritableSerializer(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public void write(Kryo kryo, Output output, T value) {
    DataOutputStream out = new DataOutputStream(output);
    try {
      value.write(out);
      out.flush();
    } catch (IOException e) {
      throw new KryoException(e);
    }
  }

  @Override
  public T read(Kryo kryo, Input input, Class<T> type) {
    T value = maker.get();
    try {
      value.readFields(new DataInputStream(input));
    } catch (IOException e) {
      throw new KryoException(e);
    }
    return value;
  }
}
