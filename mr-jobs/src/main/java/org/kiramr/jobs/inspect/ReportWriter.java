package org.kiramr.jobs.inspect;

import java.io.IOException;

/** A form in which files are reported, one after the other. */
interface ReportWriter {
  void write(FileReport file) throws IOException;
}
