package org.kiramr.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.junit.jupiter.api.Test;
import org.kiramr.fits.Reject;
import org.kiramr.fits.RejectCode;
import org.kiramr.jobs.extract.CatalogRecord;
import org.kiramr.jobs.extract.FrameKey;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** What goes into the shuffle comes out of it. */
class ShuffleRegistratorTest {
  private final SerializerInstance kryo =
      new KryoSerializer(
              new SparkConf(false)
                  .set("spark.kryo.registrator", ShuffleRegistrator.class.getName())
                  .set("spark.kryo.registrationRequired", "true"))
          .newInstance();

  @Test
  void keysAndRecordsSurvive() {
    FrameKey key = new FrameKey("001000-1-0100", "r", "a/é.fits", 2);
    Reject reject = new Reject("a.fits", 1, "f", RejectCode.EMPTY_FILE, "the file is empty");

    assertThat(copy(key, FrameKey.class)).isEqualTo(key).isNotSameAs(key);
    assertThat(copy(CatalogRecord.ofReject(reject), CatalogRecord.class).reject())
        .isEqualTo(reject);
  }

  private <T> T copy(T value, Class<T> type) {
    ClassTag<T> tag = ClassTag$.MODULE$.apply(type);
    return kryo.deserialize(kryo.serialize(value, tag), tag);
  }
}
