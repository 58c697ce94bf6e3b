/**
 * The catalogue as data: its columns, its rows as text, its tables in ECSV, its digests. Streams
 * and primitive arrays only; no Hadoop types.
 */
package org.kiramr.catalog;
