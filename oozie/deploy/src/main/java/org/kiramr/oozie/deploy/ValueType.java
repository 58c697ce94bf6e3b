package org.kiramr.oozie.deploy;

import java.util.Optional;

/** What kind of text a value has to be. */
@FunctionalInterface
interface ValueType {
  /** Why a text is none, in words that follow it; empty if it is one. */
  Optional<String> refusal(String text);
}
