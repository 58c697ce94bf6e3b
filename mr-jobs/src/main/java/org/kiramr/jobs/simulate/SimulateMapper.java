package org.kiramr.jobs.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.util.VersionInfo;

/**
 * Makes fields. Files are written where the task attempt works, so that the committer shows all of
 * a task's or none.
 */
public final class SimulateMapper
    extends Mapper<IntWritable, NullWritable, NullWritable, NullWritable> {
  private SimulateParameters parameters;
  private SourceGenerator generator;
  private FrameRenderer renderer;
  private Path directory;
  private FileSystem fileSystem;

  @Override
  protected void setup(Context context) throws IOException, InterruptedException {
    parameters = SimulateParameters.from(context.getConfiguration());
    generator = new SourceGenerator(parameters);
    renderer = new FrameRenderer(parameters);
    directory = FileOutputFormat.getWorkOutputPath(context);
    fileSystem = directory.getFileSystem(context.getConfiguration());
  }

  @Override
  protected void map(IntWritable index, NullWritable nothing, Context context) throws IOException {
    SkyField field = parameters.field(index.get());
    List<SdssBand> bands = parameters.bandsOf(index.get());
    List<Source> sources = generator.sources(field);
    for (SdssBand band : bands) {
      context.setStatus(field.name() + " " + band.letter());
      Path path = new Path(directory, field.path(band));
      short[][] pixels = renderer.render(field, band, sources);
      try (FSDataOutputStream out = fileSystem.create(path)) {
        FrameFile.write(out, parameters, field, band, pixels);
        // its length cannot be asked for: some committers show nothing of a file before the commit
        context.getCounter(SimulateCounter.BYTES).increment(out.getPos());
      }
      context.getCounter(SimulateCounter.FRAMES).increment(1);
      context.progress();
    }
    Path truth = new Path(directory, field.truthPath());
    TruthTable.write(fileSystem.create(truth), parameters, field, bands, sources);
    context.getCounter(SimulateCounter.FIELDS).increment(1);
    if (index.get() == 0) {
      describe(context.getConfiguration());
    }
  }

  /** The task of the first field writes it, so that it is committed with the frames. */
  private void describe(Configuration conf) throws IOException {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("command", "simulate");
    description.put("parameters", SimulateParameters.describe(conf));
    Map<String, String> versions = new LinkedHashMap<>();
    String own = SimulateMapper.class.getPackage().getImplementationVersion();
    versions.put("kira-mr", own == null ? "not from a jar" : own);
    versions.put("hadoop", VersionInfo.getVersion());
    versions.put("java", System.getProperty("java.version"));
    description.put("versions", versions);
    byte[] json =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(description);
    try (OutputStream out = fileSystem.create(new Path(directory, SimulateJob.DESCRIPTION))) {
      out.write(json);
      out.write('\n');
    }
  }
}
