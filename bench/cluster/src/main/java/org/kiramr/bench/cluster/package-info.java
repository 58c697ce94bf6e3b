/**
 * A Hadoop cluster on this machine, for measurements: HDFS, YARN and the job history server as
 * daemons of their own, on loopback, in one directory. Linux only: processes are found in {@code
 * /proc}.
 */
package org.kiramr.bench.cluster;
