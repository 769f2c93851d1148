package org.crossdesk.domain.competence.match;

import java.util.Arrays;

/**
 * Rows of whole numbers on pages. A row given back is taken again by one of the same length; rows end with their page.
 */
final class Slab {
    /** An address of two parts of 1,023 characters, three octets each, and 600 entries fit in. */
    private static final int PAGE_SHIFT = 13;

    private static final int PAGE_WORDS = 1 << PAGE_SHIFT;

    private int[][] pages = new int[16][];
    private int end = 0;
    /** By length the first free row plus one; its first number is the next plus one. */
    private final int[] free = new int[PAGE_WORDS + 1];

    int take(int length) {
        int given = free[length];
        if (given != 0) {
            int row = given - 1;
            free[length] = page(row)[at(row)];
            return row;
        }
        if ((end & PAGE_WORDS - 1) + length > PAGE_WORDS || (end & PAGE_WORDS - 1) == 0) {
            newPage();
        }
        int row = end;
        end += length;
        return row;
    }

    private void newPage() {
        int page = end + PAGE_WORDS - 1 >>> PAGE_SHIFT;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page + (page >> 1));
        }
        pages[page] = new int[PAGE_WORDS];
        end = page << PAGE_SHIFT;
    }

    void give(int row, int length) {
        page(row)[at(row)] = free[length];
        free[length] = row + 1;
    }

    int[] page(int row) {
        return pages[row >>> PAGE_SHIFT];
    }

    int at(int row) {
        return row & PAGE_WORDS - 1;
    }
}
