package org.kiramr.fits;

/**
 * What one file gave, known once the file has been read to its end.
 *
 * @param image path of the file relative to the input that named it
 * @param path the whole path, with the file system's scheme
 * @param bytes length as read, before any decompression
 * @param crc32 CRC-32 (the one of gzip and zip) of these bytes, as an unsigned 32-bit value
 * @param frames number of frames the file gave
 * @param rejects number of rejects the file gave
 * @param hdusIgnored number of HDUs that are not images of two axes and more (tables, empty primary
 *     HDUs, one-dimensional images, random groups, unknown extensions), or were not chosen
 * @param mask the file of the frames' masks; null if there is none, or it is this file
 * @param noise the file of the frames' maps of noise; null in the same way
 */
public record FileSummary(
    String image,
    String path,
    long bytes,
    long crc32,
    int frames,
    int rejects,
    int hdusIgnored,
    CompanionSummary mask,
    CompanionSummary noise) {

  /** Of a file without companions. */
  public FileSummary(
      String image, String path, long bytes, long crc32, int frames, int rejects, int hdusIgnored) {
    this(image, path, bytes, crc32, frames, rejects, hdusIgnored, null, null);
  }
}
