package org.kiramr.cluster.probe;

import com.sun.jna.Function;
import com.sun.jna.Native;
import java.util.Map;
import java.util.TreeMap;

/** What a task can say about the JVM that it runs in. */
final class ProbeFacts {
  private ProbeFacts() {}

  /** Name and value of each fact; asks the C library, through JNA, for one of them. */
  static Map<String, String> ofThisJvm() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("pid", Long.toString(ProcessHandle.current().pid()));
    facts.put("pid-by-jna", Integer.toString(Function.getFunction("c", "getpid").invokeInt(null)));
    facts.put("jna-jar", location(Native.class));
    facts.put("tmpdir", System.getProperty("java.io.tmpdir"));
    facts.put("directory", System.getProperty("user.dir"));
    facts.put("class-path", System.getProperty("java.class.path"));
    return facts;
  }

  private static String location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }
}
