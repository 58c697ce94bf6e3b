/** A report as people read it: Markdown, the page made of it, and the folder that holds both. */
package org.kiramr.bench.page;
