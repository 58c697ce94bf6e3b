package org.kiramr.spark;

import com.esotericsoftware.kryo.Kryo;
import org.apache.spark.serializer.KryoRegistrator;
import org.kiramr.jobs.extract.CatalogRecord;
import org.kiramr.jobs.extract.FrameKey;

/** Tells Kryo of what goes through the shuffle. */
public final class ShuffleRegistrator implements KryoRegistrator {
  @Override
  public void registerClasses(Kryo kryo) {
    kryo.register(FrameKey.class, new WritableSerializer<>(FrameKey::new));
    kryo.register(CatalogRecord.class, new WritableSerializer<>(CatalogRecord::new));
  }
}
