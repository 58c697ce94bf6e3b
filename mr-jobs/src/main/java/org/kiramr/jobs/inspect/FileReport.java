package org.kiramr.jobs.inspect;

import java.util.List;
import org.kiramr.fits.FileSummary;
import org.kiramr.fits.Reject;

/**
 * A file and its HDUs.
 *
 * @param summary name, length, checksum and counts
 * @param compression of the whole file: {@code plain}, {@code gzip}, {@code bzip2} or {@code
 *     compress}
 * @param hdus those whose headers can be understood, in the order of the file
 * @param rejects of the whole file, and of HDUs whose headers cannot be understood
 * @param omitted number of HDUs, frames and rejects that are not listed since there are too many
 */
record FileReport(
    FileSummary summary,
    String compression,
    List<HduReport> hdus,
    List<Reject> rejects,
    long omitted) {
  FileReport {
    hdus = List.copyOf(hdus);
    rejects = List.copyOf(rejects);
  }
}
