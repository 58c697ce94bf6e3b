package org.kiramr.fits.mapreduce;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.fs.Path;

/** Gives every file of the input a name of its own, the same one on every run. */
final class ImageNames {
  private ImageNames() {}

  /** Names the files; their order stays. */
  static List<InputFile> assign(List<FoundFile> files) {
    String[] names = new String[files.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = printable(files.get(i).relative());
    }
    Path common = null;
    // A long name can meet another file's short one; each round turns more names into long ones.
    for (List<Integer> clashes = clashes(names); !clashes.isEmpty(); clashes = clashes(names)) {
      common = common == null ? commonParent(files) : common;
      boolean changed = false;
      for (int i : clashes) {
        String name = printable(longName(files.get(i), common));
        changed |= !name.equals(names[i]);
        names[i] = name;
      }
      if (!changed) {
        throw new IllegalStateException("two files with one name: " + names[clashes.get(0)]);
      }
    }
    List<InputFile> named = new ArrayList<>(names.length);
    for (int i = 0; i < names.length; i++) {
      FoundFile file = files.get(i);
      named.add(new InputFile(names[i], file.path(), file.length(), file.blocks()));
    }
    return named;
  }

  private static List<Integer> clashes(String[] names) {
    Map<String, Integer> first = new HashMap<>();
    List<Integer> clashes = new ArrayList<>();
    boolean[] known = new boolean[names.length];
    for (int i = 0; i < names.length; i++) {
      Integer other = first.putIfAbsent(names[i], i);
      if (other != null) {
        clashes.add(i);
        if (!known[other]) {
          known[other] = true;
          clashes.add(other);
        }
      }
    }
    return clashes;
  }

  /** The deepest directory that holds all inputs; null if they lie in different file systems. */
  private static Path commonParent(List<FoundFile> files) {
    Path common = files.get(0).base();
    for (FoundFile file : files) {
      if (!sameFileSystem(common, file.base())) {
        return null;
      }
      while (!isWithin(file.base(), common)) {
        common = common.getParent();
      }
    }
    return common;
  }

  private static boolean sameFileSystem(Path a, Path b) {
    URI one = a.toUri();
    URI other = b.toUri();
    return Objects.equals(one.getScheme(), other.getScheme())
        && Objects.equals(one.getAuthority(), other.getAuthority());
  }

  private static boolean isWithin(Path path, Path directory) {
    String prefix = directory.toUri().getPath();
    String whole = path.toUri().getPath();
    return whole.equals(prefix) || whole.startsWith(prefix.endsWith("/") ? prefix : prefix + "/");
  }

  private static String longName(FoundFile file, Path common) {
    if (common != null) {
      return file.relativeTo(common);
    }
    URI uri = file.path().toUri();
    String authority = uri.getAuthority() == null ? "" : "/" + uri.getAuthority();
    return uri.getScheme() + authority + uri.getPath();
  }

  private static String printable(String name) {
    StringBuilder text = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c)) {
        text.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
