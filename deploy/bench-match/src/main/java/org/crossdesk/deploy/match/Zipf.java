package org.crossdesk.deploy.match;

import java.util.Arrays;
import java.util.Random;

/** Draws numbers from 0 on, the n-th a n-th as often as the first. */
final class Zipf {
    private final double[] upTo;

    Zipf(int size) {
        upTo = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    int draw(Random random) {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(at < 0 ? ~at : at, upTo.length - 1);
    }
}
