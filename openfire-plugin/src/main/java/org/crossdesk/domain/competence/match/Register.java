package org.crossdesk.domain.competence.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossdesk.protocol.Address;
import org.jspecify.annotations.Nullable;

/**
 * Everybody known: a number for each operator, and what they know. Addresses and entries lie packed in pages, since a
 * million objects of each would take ten times the room.
 *
 * <p>A row is a header (how long the address and the entries are), the address, the entries. Domains have numbers that
 * are never given back: there are as many as libraries.
 */
final class Register {
    private static final int NONE = -1;
    private static final int COUNT_BITS = 12;
    private static final int FIRST_CAPACITY = 1024;
    private static final int BYTE = 8;

    private final Slab slab = new Slab();
    private final Map<String, Integer> domainNumbers = new HashMap<>();
    private final List<String> domains = new ArrayList<>();
    /** By number the row and, beside it for being looked up with it, the seat plus one, or 0. */
    private int[] rows = new int[2 * FIRST_CAPACITY];

    private int[] freeNumbers = new int[16];
    private int frees;
    private int end;
    /** Open addressing: a number plus one, or 0. */
    private int[] table = new int[FIRST_CAPACITY];

    private int size;
    /** The address that comes in, as it is packed. */
    private int[] packed = new int[64];

    private int bytes;

    int size() {
        return size;
    }

    /** One more than the highest number ever given. */
    int end() {
        return end;
    }

    /** The operator's number, or -1. */
    int find(Address operator) {
        return table[place(operator)] - 1;
    }

    /** The operator's number, a new one if there is none. */
    int add(Address operator) {
        int at = place(operator);
        if (table[at] != 0) {
            return table[at] - 1;
        }
        Integer domain = domainNumbers.get(operator.domain());
        if (domain == null) {
            domain = domains.size();
            domains.add(operator.domain());
            domainNumbers.put(operator.domain(), domain);
        }
        pack(domain, operator);
        int number = frees > 0 ? freeNumbers[--frees] : end++;
        if (2 * number == rows.length) {
            rows = Arrays.copyOf(rows, 2 * (number + (number >> 1)));
        }
        int length = words();
        int row = slab.take(1 + length);
        int[] page = slab.page(row);
        int from = slab.at(row);
        page[from] = length << COUNT_BITS;
        System.arraycopy(packed, 0, page, from + 1, length);
        rows[2 * number] = row;
        rows[2 * number + 1] = 0;
        table[at] = number + 1;
        size++;
        if (size > table.length / 2 + table.length / 8) {
            rehash();
        }
        return number;
    }

    /** Forgets the operator. */
    void remove(int number) {
        int hole = place(number);
        int[] page = slab.page(row(number));
        int header = page[slab.at(row(number))];
        slab.give(row(number), 1 + (header >>> COUNT_BITS) + count(header));
        if (frees == freeNumbers.length) {
            freeNumbers = Arrays.copyOf(freeNumbers, frees + (frees >> 1));
        }
        freeNumbers[frees++] = number;
        size--;
        close(hole);
    }

    /** Moves those behind the hole that would not be found any more. */
    private void close(int hole) {
        int mask = table.length - 1;
        int empty = hole;
        for (int at = hole + 1 & mask; table[at] != 0; at = at + 1 & mask) {
            int home = hash(table[at] - 1) & mask;
            if ((at - home & mask) >= (at - empty & mask)) {
                table[empty] = table[at];
                empty = at;
            }
        }
        table[empty] = 0;
    }

    /** Writes what the operator knows. */
    void entries(int number, int[] entries) {
        int row = row(number);
        int[] page = slab.page(row);
        int from = slab.at(row);
        int length = page[from] >>> COUNT_BITS;
        int count = count(page[from]);
        if (count != entries.length) {
            int other = slab.take(1 + length + entries.length);
            System.arraycopy(page, from, slab.page(other), slab.at(other), 1 + length);
            slab.give(row, 1 + length + count);
            rows[2 * number] = other;
            page = slab.page(other);
            from = slab.at(other);
            page[from] = length << COUNT_BITS | entries.length;
        }
        System.arraycopy(entries, 0, page, from + 1 + length, entries.length);
    }

    private int row(int number) {
        return rows[2 * number];
    }

    /** The operator's seat, or -1. */
    int seat(int number) {
        return rows[2 * number + 1] - 1;
    }

    /** Gives the operator this seat; -1 takes it. */
    void seat(int number, int seat) {
        rows[2 * number + 1] = seat + 1;
    }

    /** The page with the operator's entries. */
    int[] page(int number) {
        return slab.page(row(number));
    }

    /** Where on the page the entries begin. */
    int from(int number) {
        int at = slab.at(row(number));
        return at + 1 + (slab.page(row(number))[at] >>> COUNT_BITS);
    }

    /** How many entries there are. */
    int count(int number, int[] page) {
        return count(page[slab.at(row(number))]);
    }

    private static int count(int header) {
        return header & (1 << COUNT_BITS) - 1;
    }

    /** The operator with this number. */
    Address address(int number) {
        Reader in = reader(number);
        String domain = domains.get(in.number());
        String local = in.text();
        return new Address(local, domain, in.text());
    }

    private static final class Reader {
        private final int[] page;
        private final int from;
        private int at;

        Reader(int[] page, int from) {
            this.page = page;
            this.from = from;
        }

        int number() {
            int number = 0;
            int shift = 0;
            while (true) {
                int octet = page[from + at / Integer.BYTES] >>> at % Integer.BYTES * BYTE & 0xFF;
                at++;
                number |= (octet & 0x7F) << shift;
                if (octet < 0x80) {
                    return number;
                }
                shift += BYTE - 1;
            }
        }

        @Nullable
        String text() {
            int length = number() - 1;
            if (length < 0) {
                return null;
            }
            char[] text = new char[length];
            for (int i = 0; i < length; i++) {
                text[i] = (char) number();
            }
            return new String(text);
        }

        /** Reads a text; whether it is this one. Where it isn't, nothing more can be read. */
        boolean isText(@Nullable String text) {
            int length = number() - 1;
            if (text == null || length != text.length()) {
                return text == null && length < 0;
            }
            for (int i = 0; i < length; i++) {
                if (number() != text.charAt(i)) {
                    return false;
                }
            }
            return true;
        }

        /** Reads a text; what {@link String#hashCode} is for it, and 0 for none. */
        int textHash() {
            int hash = 0;
            for (int rest = number() - 1; rest > 0; rest--) {
                hash = 31 * hash + number();
            }
            return hash;
        }
    }

    private void pack(int domain, Address operator) {
        bytes = 0;
        packed[0] = 0;
        write(domain);
        write(operator.local());
        write(operator.resource());
    }

    private void write(@Nullable String text) {
        if (text == null) {
            write(0);
            return;
        }
        write(text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            write(text.charAt(i));
        }
    }

    /** Seven bits an octet, the lowest first; the highest bit says that there are more. */
    private void write(int number) {
        int rest = number;
        while (rest >= 0x80) {
            octet(rest & 0x7F | 0x80);
            rest >>>= BYTE - 1;
        }
        octet(rest);
    }

    private void octet(int octet) {
        int word = bytes / Integer.BYTES;
        if (word + 1 == packed.length) {
            packed = Arrays.copyOf(packed, 2 * packed.length);
        }
        packed[word] |= octet << bytes % Integer.BYTES * BYTE;
        packed[word + 1] = 0;
        bytes++;
    }

    private int words() {
        return (bytes + Integer.BYTES - 1) / Integer.BYTES;
    }

    /** Where in the table the address is, or would be. */
    private int place(Address operator) {
        int mask = table.length - 1;
        int at = hash(operator.domain().hashCode(), hash(operator.local()), hash(operator.resource())) & mask;
        while (table[at] != 0 && !is(table[at] - 1, operator)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private boolean is(int number, Address operator) {
        Reader in = reader(number);
        return domains.get(in.number()).equals(operator.domain())
                && in.isText(operator.local())
                && in.isText(operator.resource());
    }

    private Reader reader(int number) {
        return new Reader(slab.page(row(number)), slab.at(row(number)) + 1);
    }

    private int place(int number) {
        int mask = table.length - 1;
        int at = hash(number) & mask;
        while (table[at] != number + 1) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** The same, of the packed address as of the one that is looked for. */
    private int hash(int number) {
        Reader in = reader(number);
        int domain = domains.get(in.number()).hashCode();
        int local = in.textHash();
        return hash(domain, local, in.textHash());
    }

    private static int hash(@Nullable String text) {
        return text == null ? 0 : text.hashCode();
    }

    private static int hash(int domain, int local, int resource) {
        int hash = ((domain * 31 + local) * 31 + resource) * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    private void rehash() {
        int[] old = table;
        table = new int[2 * old.length];
        int mask = table.length - 1;
        for (int entry : old) {
            if (entry != 0) {
                int at = hash(entry - 1) & mask;
                while (table[at] != 0) {
                    at = at + 1 & mask;
                }
                table[at] = entry;
            }
        }
    }
}
