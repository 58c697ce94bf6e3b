/**
 * The border to libsep: struct layouts, the layout probe and the mapped C functions. Not API: only
 * {@link org.kiramr.sep} uses it, and it may change with every version. No JNA type leaves it.
 */
package org.kiramr.sep.jna;
