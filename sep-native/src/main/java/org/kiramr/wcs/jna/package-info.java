/**
 * The border to libwcs: loading and the mapped C functions. Not API: only {@link org.kiramr.wcs}
 * uses it. No JNA type leaves it.
 */
package org.kiramr.wcs.jna;
