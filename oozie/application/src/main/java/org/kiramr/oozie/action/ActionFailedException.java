package org.kiramr.oozie.action;

import org.kiramr.jobs.Causes;

/**
 * An action cannot do its work. Oozie takes the message for {@code wf:errorMessage}: one line that
 * names the cause, see {@link PlainText}.
 */
public final class ActionFailedException extends Exception {
  ActionFailedException(Throwable cause) {
    super(PlainText.of(Causes.inOneLine(cause)), cause);
  }
}
