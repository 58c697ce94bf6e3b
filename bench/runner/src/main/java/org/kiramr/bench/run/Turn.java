package org.kiramr.bench.run;

import org.kiramr.bench.engine.Engine;

/**
 * A run to be made.
 *
 * @param number place in the session, counted from 1
 * @param repeat counted from 1
 */
record Turn(int number, Engine engine, int frames, int repeat, int cores) {}
