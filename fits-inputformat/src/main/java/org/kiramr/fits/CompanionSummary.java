package org.kiramr.fits;

/**
 * A file that maps of frames were read from, see {@link CompanionSource}.
 *
 * @param name its name; it lies in the directory of the frames' file
 * @param bytes length as read, before any decompression
 * @param crc32 CRC-32 of these bytes, as an unsigned 32-bit value
 */
public record CompanionSummary(String name, long bytes, long crc32) {}
