package org.kiramr.fits;

/** What a file yields, one after the other: a frame, or the word that something is not one. */
public sealed interface FrameItem permits Frame, Reject {}
