package org.crossdesk.edge.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.protocol.Address;
import org.crossdesk.protocol.session.SessionId;
import org.crossdesk.runtime.JournalException;
import org.crossdesk.runtime.RatingShelf;

/** Ratings in the table {@code ofCrossdeskRating}. */
public final class JdbcRatings implements RatingShelf {
    private static final String DELETE = "DELETE FROM ofCrossdeskRating WHERE sessionID = ?";
    private static final String INSERT = "INSERT INTO ofCrossdeskRating"
            + " (sessionID, service, library, ratedAt, stars, words) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String READ = "SELECT sessionID, service, library, ratedAt, stars, words"
            + " FROM ofCrossdeskRating WHERE service = ? AND ratedAt >= ? AND ratedAt < ? ORDER BY ratedAt DESC, sessionID";
    private static final String FORGET_WORDS = "UPDATE ofCrossdeskRating SET words = '' WHERE ratedAt < ?";
    private static final String FORGET = "DELETE FROM ofCrossdeskRating WHERE ratedAt < ?";

    private final ConnectionSource source;

    /** A shelf in the database that {@code source} leads to. */
    public JdbcRatings(ConnectionSource source) {
        this.source = source;
    }

    @Override
    public void keep(Rated rated) throws JournalException {
        tried("the rating of a conversation can't be kept", connection -> {
            try (PreparedStatement delete = connection.prepareStatement(DELETE);
                    PreparedStatement insert = connection.prepareStatement(INSERT)) {
                delete.setString(1, rated.session().value());
                delete.executeUpdate();
                insert.setString(1, rated.session().value());
                insert.setString(2, rated.service().toString());
                insert.setString(3, rated.library());
                insert.setLong(4, rated.at().toEpochMilli());
                insert.setInt(5, rated.stars());
                insert.setString(6, rated.words());
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public List<Rated> read(Address service, Instant from, Instant until, int most) throws JournalException {
        return tried("the ratings can't be read", connection -> {
            try (PreparedStatement select = connection.prepareStatement(READ)) {
                select.setString(1, service.toString());
                select.setLong(2, from.toEpochMilli());
                select.setLong(3, until.toEpochMilli());
                select.setMaxRows(most);
                return read(select);
            }
        });
    }

    private static List<Rated> read(PreparedStatement select) throws SQLException {
        List<Rated> read = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                read.add(new Rated(
                        new SessionId(rows.getString(1)),
                        Address.parse(rows.getString(2)),
                        rows.getString(3),
                        Instant.ofEpochMilli(rows.getLong(4)),
                        rows.getInt(5),
                        rows.getString(6)));
            }
        }
        return read;
    }

    @Override
    public void forget(Instant wordsBefore, Instant before) throws JournalException {
        tried(
                "ratings past their time can't be deleted",
                connection -> update(connection, FORGET_WORDS, wordsBefore) + update(connection, FORGET, before));
    }

    private static int update(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, before.toEpochMilli());
            return update.executeUpdate();
        }
    }

    private <T> T tried(String otherwise, Transaction.Work<T> work) throws JournalException {
        try {
            return Transaction.run(source, work);
        } catch (SQLException e) {
            throw new JournalException(otherwise, e);
        }
    }
}
