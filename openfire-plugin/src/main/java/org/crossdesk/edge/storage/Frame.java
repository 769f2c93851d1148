package org.crossdesk.edge.storage;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it lies in a segment: a header of {@link #HEADER_BYTES} and the records as JSON in UTF-8. The checksum is
 * over everything but itself, so that a frame is either as it was written or none.
 *
 * @param number the batch's number; the next one's is one more
 * @param writtenAt when, in milliseconds since 1970
 * @param version of the format of the records
 * @param records the JSON
 */
record Frame(long number, long writtenAt, int version, byte[] records) {
    /** magic, length, number, time, version, checksum. */
    static final int HEADER_BYTES = 32;

    /** Larger than any batch, so that a damaged length asks for no memory. */
    static final int RECORDS_MAX_BYTES = 1 << 28;

    /** "CDJ1": Crossdesk's journal. */
    private static final int MAGIC = 0x43444a31;

    private static final int CHECKSUM_AT = 28;

    /** How much room it takes. */
    int bytes() {
        return HEADER_BYTES + records.length;
    }

    /** Puts it into the buffer, which is then to be flipped. */
    void put(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.putInt(MAGIC)
                .putInt(records.length)
                .putLong(number)
                .putLong(writtenAt)
                .putInt(version)
                .putInt(0)
                .put(records);
        buffer.putInt(start + CHECKSUM_AT, checksum(buffer, start, records.length));
    }

    /** The frame that begins here; null where none does. Leaves the buffer behind it, or where it was. */
    static @Nullable Frame get(ByteBuffer buffer) {
        int start = buffer.position();
        if (buffer.remaining() < HEADER_BYTES || buffer.getInt(start) != MAGIC) {
            return null;
        }
        int length = buffer.getInt(start + 4);
        if (length < 0 || length > RECORDS_MAX_BYTES || length > buffer.remaining() - HEADER_BYTES) {
            return null;
        }
        if (buffer.getInt(start + CHECKSUM_AT) != checksum(buffer, start, length)) {
            return null;
        }
        byte[] records = new byte[length];
        buffer.get(start + HEADER_BYTES, records);
        buffer.position(start + HEADER_BYTES + length);
        return new Frame(buffer.getLong(start + 8), buffer.getLong(start + 16), buffer.getInt(start + 24), records);
    }

    /** Whether a frame of this number or a later one begins anywhere in what is left of the buffer. */
    static boolean anyFrom(long number, ByteBuffer buffer) {
        for (int at = buffer.position(); at <= buffer.limit() - HEADER_BYTES; at++) {
            if (buffer.getInt(at) == MAGIC && buffer.getLong(at + 8) >= number) {
                Frame frame = get(buffer.duplicate().position(at));
                if (frame != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int checksum(ByteBuffer buffer, int start, int length) {
        CRC32C sum = new CRC32C();
        sum.update(buffer.duplicate().limit(start + CHECKSUM_AT).position(start));
        sum.update(buffer.duplicate().limit(start + HEADER_BYTES + length).position(start + HEADER_BYTES));
        return (int) sum.getValue();
    }
}
