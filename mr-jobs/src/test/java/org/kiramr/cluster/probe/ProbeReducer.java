package org.kiramr.cluster.probe;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** Hands the maps' facts on and adds its own. */
final class ProbeReducer extends Reducer<Text, Text, Text, Text> {
  @Override
  protected void cleanup(Context context) throws IOException, InterruptedException {
    for (Map.Entry<String, String> fact : ProbeFacts.ofThisJvm().entrySet()) {
      context.write(new Text("reduce"), new Text(fact.getKey() + "\t" + fact.getValue()));
    }
  }
}
