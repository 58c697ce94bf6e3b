package org.kiramr.bench.engine;

import java.nio.file.Path;

/**
 * What an engine is to do.
 *
 * @param list file with one path a line: the frames; a local file also for a cluster
 * @param output directory to make, in the file system of the engine
 * @param cores that it may use
 */
public record Work(Path list, String output, int cores) {}
