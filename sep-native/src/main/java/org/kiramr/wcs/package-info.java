/**
 * Sky coordinates of pixels, after the WCS of a FITS header, by WCSLIB. Headers are the bytes of a
 * file and may be hostile: what reaches the C library is written anew from cards that were checked.
 */
package org.kiramr.wcs;
