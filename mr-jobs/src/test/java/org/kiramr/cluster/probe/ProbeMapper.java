package org.kiramr.cluster.probe;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;

/** Writes its own facts for each line. */
final class ProbeMapper extends Mapper<LongWritable, Text, Text, Text> {
  @Override
  protected void map(LongWritable offset, Text line, Context context)
      throws IOException, InterruptedException {
    for (Map.Entry<String, String> fact : ProbeFacts.ofThisJvm().entrySet()) {
      context.write(new Text("map " + line), new Text(fact.getKey() + "\t" + fact.getValue()));
    }
  }
}
