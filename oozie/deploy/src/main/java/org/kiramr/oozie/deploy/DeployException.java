package org.kiramr.oozie.deploy;

import java.io.IOException;

/** An application cannot be put where it is to be; the message is one line that says why. */
public final class DeployException extends IOException {
  private static final long serialVersionUID = 1L;

  DeployException(String message) {
    super(message);
  }

  DeployException(String message, Throwable cause) {
    super(message, cause);
  }
}
