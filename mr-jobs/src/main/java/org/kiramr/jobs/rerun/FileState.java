package org.kiramr.jobs.rerun;

/**
 * What tells whether a file is the same.
 *
 * @param bytes length
 * @param crc32 CRC-32 of all bytes, as an unsigned 32-bit value
 */
public record FileState(long bytes, long crc32) {}
