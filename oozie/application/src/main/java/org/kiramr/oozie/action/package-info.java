/**
 * The main classes of the workflows' java actions. Each runs in Oozie's launcher, takes arguments
 * {@code name=value}, returns if the action is ok, and throws {@link
 * org.kiramr.oozie.action.ActionFailedException} with the reason in one line if it is not.
 */
package org.kiramr.oozie.action;
