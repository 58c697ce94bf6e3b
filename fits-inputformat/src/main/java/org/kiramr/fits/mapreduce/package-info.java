/**
 * FITS files as input of Hadoop MapReduce: whole files, one record a frame.
 *
 * <pre>{@code
 * Job job = Job.getInstance(conf);
 * FitsInputs.setInputs(job.getConfiguration(), List.of("hdfs:///survey", "@hdfs:///more.txt"));
 * job.setInputFormatClass(CombineFitsInputFormat.class);
 * }</pre>
 *
 * <p>Each file gives its frames and rejects in order and then one summary, as {@link
 * org.kiramr.fits.mapreduce.FrameRecord}s under the name of the image. No file, however bad, fails
 * a task.
 */
package org.kiramr.fits.mapreduce;
