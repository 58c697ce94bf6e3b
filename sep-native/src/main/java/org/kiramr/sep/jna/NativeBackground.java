package org.kiramr.sep.jna;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;

/** A sep_bkg: freed by {@link #close()}, or by a cleaner if that is forgotten. Not thread-safe. */
public final class NativeBackground implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  /** Holds the pointer apart from the object that the cleaner watches. */
  private static final class Handle implements Runnable {
    private Pointer bkg;

    @Override
    public void run() {
      if (bkg != null) {
        SepFunctions.sep_bkg_free(bkg);
        bkg = null;
      }
    }
  }

  private final Handle handle = new Handle();
  private final Cleaner.Cleanable cleanable = CLEANER.register(this, handle);

  /** Runs sep_background; to be called once. Returns SEP's status. */
  public int estimate(
      NativeImage image,
      int boxWidth,
      int boxHeight,
      int filterWidth,
      int filterHeight,
      double filterThreshold) {
    try (Memory out = new Memory(Long.BYTES)) {
      out.clear();
      int status =
          SepFunctions.sep_background(
              image.pointer(),
              boxWidth,
              boxHeight,
              filterWidth,
              filterHeight,
              filterThreshold,
              out);
      handle.bkg = status == 0 ? out.getPointer(0) : null;
      return status;
    } finally {
      Reference.reachabilityFence(image);
    }
  }

  public float global() {
    try {
      return SepFunctions.sep_bkg_global(handle.bkg);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  public float globalRms() {
    try {
      return SepFunctions.sep_bkg_globalrms(handle.bkg);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  public float pixel(int x, int y) {
    try {
      return SepFunctions.sep_bkg_pix(handle.bkg, x, y);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Subtracts from the image's pixels in place. Returns SEP's status. */
  public int subtractFrom(NativeImage image) {
    try {
      return SepFunctions.sep_bkg_subarray(handle.bkg, image.data(), image.dataType());
    } finally {
      Reference.reachabilityFence(this);
      Reference.reachabilityFence(image);
    }
  }

  /** Fills the whole map of the background. Returns SEP's status. */
  public int background(float[] target) {
    try (Memory map = new Memory((long) target.length * Float.BYTES)) {
      int status = SepFunctions.sep_bkg_array(handle.bkg, map, SepFunctions.TYPE_FLOAT);
      map.read(0, target, 0, target.length);
      return status;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  public int background(double[] target) {
    try (Memory map = new Memory((long) target.length * Double.BYTES)) {
      int status = SepFunctions.sep_bkg_array(handle.bkg, map, SepFunctions.TYPE_DOUBLE);
      map.read(0, target, 0, target.length);
      return status;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Fills the whole map of the RMS. Returns SEP's status. */
  public int rms(float[] target) {
    try (Memory map = new Memory((long) target.length * Float.BYTES)) {
      int status = SepFunctions.sep_bkg_rmsarray(handle.bkg, map, SepFunctions.TYPE_FLOAT);
      map.read(0, target, 0, target.length);
      return status;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  public int rms(double[] target) {
    try (Memory map = new Memory((long) target.length * Double.BYTES)) {
      int status = SepFunctions.sep_bkg_rmsarray(handle.bkg, map, SepFunctions.TYPE_DOUBLE);
      map.read(0, target, 0, target.length);
      return status;
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void close() {
    cleanable.clean();
  }
}
