/** {@code kira inspect}: what the reader of frames sees in files, for people and for programs. */
package org.kiramr.jobs.inspect;
