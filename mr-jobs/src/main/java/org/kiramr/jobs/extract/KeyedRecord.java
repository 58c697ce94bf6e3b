package org.kiramr.jobs.extract;

/** A record of the shuffle and the key that it is sorted by. */
public record KeyedRecord(FrameKey key, CatalogRecord record) {}
