/**
 * Builds the application that runs the suite on Oozie, checks what can be checked without a server,
 * uploads it, and says how to submit it.
 */
package org.kiramr.oozie.deploy;
