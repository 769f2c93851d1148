package org.crossdesk.edge.storage;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.crossdesk.runtime.JournalException;

/**
 * Records of one type as JSON text and back. Reads strictly: what it doesn't know was written by another version, and
 * guessing would change what people said.
 */
final class RecordFormat<T> {
    /** The version of what is written here; it rises when an older Crossdesk could no longer read it. */
    static final int VERSION = 1;

    /** Half of a character: a client can send one, and no database takes it. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private final ObjectWriter writer;
    private final ObjectReader reader;

    /** The format of {@code type}, a record or a sealed type of records. */
    RecordFormat(Class<T> type) {
        JsonMapper mapper = JsonMapper.builder()
                .annotationIntrospector(new RecordTypes())
                .addModule(new ScalarTypes())
                .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        writer = mapper.writerFor(type);
        reader = mapper.readerFor(type);
    }

    /** The record as JSON text. */
    String write(T record) {
        try {
            return escaped(writer.writeValueAsString(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record that can't be written: " + record.getClass(), e);
        }
    }

    /** The record as JSON in UTF-8. */
    byte[] writeBytes(T record) {
        try {
            return writer.writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
            // Half of a character, which has no UTF-8: text shows where it is.
            return write(record).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String escaped(String json) {
        if (json.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return json;
        }
        return LONE_SURROGATE
                .matcher(json)
                .replaceAll(half -> "\\\\u" + Integer.toHexString(half.group().charAt(0)));
    }

    /** As below, of JSON in UTF-8. */
    T read(int version, byte[] json, String where) throws JournalException {
        return read(version, new String(json, StandardCharsets.UTF_8), where);
    }

    /**
     * Reads a record.
     *
     * @param where what the message names when the record can't be read
     */
    T read(int version, String json, String where) throws JournalException {
        if (version > VERSION) {
            throw unreadable(where, "has version " + version + ", and this Crossdesk reads up to " + VERSION);
        }
        try {
            return reader.readValue(json);
        } catch (InvalidTypeIdException e) {
            throw unreadable(where, "has the unknown type '" + e.getTypeId() + "'");
        } catch (JsonMappingException e) {
            throw unreadable(where, "has something unexpected at " + e.getPathReference());
        } catch (JsonProcessingException e) {
            throw unreadable(where, "is not the JSON that Crossdesk writes");
        }
    }

    /** Without the cause: Jackson quotes what it read, and that may be what a patron wrote. */
    private static JournalException unreadable(String where, String what) {
        return new JournalException(where + " " + what
                + ". Perhaps a newer Crossdesk wrote it: install that one again. Nothing was changed.");
    }
}
