package org.crossdesk.protocol;

import java.util.stream.LongStream;

/** The seeds of the random tests: the same ones always, or the one given by {@code -Dcrossdesk.seed=…}. */
final class Seeds {
    private static final int COUNT = 12;

    private Seeds() {}

    static LongStream all() {
        Long one = Long.getLong("crossdesk.seed");
        return one == null ? LongStream.rangeClosed(1, COUNT) : LongStream.of(one);
    }
}
