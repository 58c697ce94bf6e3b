package org.kiramr.sep.jna;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.lang.ref.Reference;

/** A sep_catalog, from extraction to close. Not thread-safe. */
public final class NativeCatalog implements AutoCloseable {
  private final StructLayout layout;
  private Pointer catalog;
  private int size;

  public NativeCatalog(StructLayout layout) {
    this.layout = layout;
  }

  /**
   * Runs sep_extract; to be called once. The image's segmentation map is kept from it: SEP 1.4
   * would measure the map's objects in place of detecting, SEP 1.2 ignores it.
   *
   * @param kernel row-major, or null for no filter
   * @return SEP's status
   */
  public int extract(
      NativeImage image,
      float threshold,
      int thresholdType,
      int minimumArea,
      float[] kernel,
      int kernelWidth,
      int kernelHeight,
      int filterType,
      int deblendLevels,
      double deblendContrast,
      boolean clean,
      double cleanParameter) {
    Pointer struct = image.pointer();
    Pointer segmentation = struct.getPointer(StructLayout.IMAGE_SEGMAP);
    struct.setPointer(StructLayout.IMAGE_SEGMAP, null);
    try (Memory out = new Memory(Long.BYTES);
        Memory conv = kernel == null ? null : new Memory((long) kernel.length * Float.BYTES)) {
      out.clear();
      if (conv != null) {
        conv.write(0, kernel, 0, kernel.length);
      }
      int status =
          SepFunctions.sep_extract(
              struct,
              threshold,
              thresholdType,
              minimumArea,
              conv,
              kernelWidth,
              kernelHeight,
              filterType,
              deblendLevels,
              deblendContrast,
              clean ? 1 : 0,
              cleanParameter,
              out);
      if (status == 0) {
        catalog = out.getPointer(0);
        size = catalog == null ? 0 : catalog.getInt(StructLayout.CATALOG_NOBJ);
      }
      return status;
    } finally {
      struct.setPointer(StructLayout.IMAGE_SEGMAP, segmentation);
      Reference.reachabilityFence(image);
    }
  }

  /** Number of detections; 0 if SEP gave no catalogue. */
  public int size() {
    return size;
  }

  public float[] floats(CatalogColumn column) {
    return size == 0 ? new float[0] : array(column).getFloatArray(0, size);
  }

  public double[] doubles(CatalogColumn column) {
    return size == 0 ? new double[0] : array(column).getDoubleArray(0, size);
  }

  public short[] shorts(CatalogColumn column) {
    return size == 0 ? new short[0] : array(column).getShortArray(0, size);
  }

  /**
   * An integer column. No image has more pixels than an int can count, so none of its values is
   * larger.
   */
  public int[] ints(CatalogColumn column) {
    return size == 0 ? new int[0] : integers(array(column), size);
  }

  /** Row-major indices of the pixels of one detection. */
  public int[] pixels(int detection, int count) {
    Pointer pixels = array(CatalogColumn.PIX).getPointer((long) detection * Long.BYTES);
    return integers(pixels, count);
  }

  private int[] integers(Pointer pointer, int count) {
    if (!layout.wide) {
      return pointer.getIntArray(0, count);
    }
    long[] values = pointer.getLongArray(0, count);
    int[] narrowed = new int[count];
    for (int i = 0; i < count; i++) {
      narrowed[i] = Math.toIntExact(values[i]);
    }
    return narrowed;
  }

  private Pointer array(CatalogColumn column) {
    return catalog.getPointer(column.offset());
  }

  @Override
  public void close() {
    if (catalog != null) {
      SepFunctions.sep_catalog_free(catalog);
      catalog = null;
      size = 0;
    }
  }
}
