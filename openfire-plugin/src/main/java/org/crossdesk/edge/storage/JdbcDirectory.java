package org.crossdesk.edge.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.crossdesk.domain.service.Consent;
import org.crossdesk.domain.service.Service;
import org.crossdesk.runtime.Directory;
import org.crossdesk.runtime.JournalException;

/**
 * Services, consents, operators and scripts in the tables {@code ofCrossdeskService}, {@code ofCrossdeskConsent}, {@code
 * ofCrossdeskOperator} and {@code ofCrossdeskScript}.
 */
public final class JdbcDirectory implements Directory {
    private static final String SERVICES =
            "SELECT address, recordVersion, record FROM ofCrossdeskService ORDER BY address";
    private static final String UPDATE_SERVICE =
            "UPDATE ofCrossdeskService SET recordVersion = ?, record = ? WHERE address = ?";
    private static final String INSERT_SERVICE =
            "INSERT INTO ofCrossdeskService (recordVersion, record, address) VALUES (?, ?, ?)";
    private static final String OPERATORS =
            "SELECT account, recordVersion, record FROM ofCrossdeskOperator ORDER BY account";
    private static final String UPDATE_OPERATOR =
            "UPDATE ofCrossdeskOperator SET recordVersion = ?, record = ?, handle = ? WHERE account = ?";
    private static final String INSERT_OPERATOR =
            "INSERT INTO ofCrossdeskOperator (recordVersion, record, handle, account) VALUES (?, ?, ?, ?)";
    private static final String CONSENTS =
            "SELECT service, recordVersion, record FROM ofCrossdeskConsent ORDER BY service";
    private static final String UPDATE_CONSENT =
            "UPDATE ofCrossdeskConsent SET recordVersion = ?, record = ? WHERE service = ?";
    private static final String INSERT_CONSENT =
            "INSERT INTO ofCrossdeskConsent (recordVersion, record, service) VALUES (?, ?, ?)";
    private static final String DELETE_CONSENT = "DELETE FROM ofCrossdeskConsent WHERE service = ?";

    private static final String SCRIPTS =
            "SELECT scriptID, recordVersion, record FROM ofCrossdeskScript ORDER BY scriptID";
    private static final String UPDATE_SCRIPT =
            "UPDATE ofCrossdeskScript SET recordVersion = ?, record = ? WHERE scriptID = ?";
    private static final String INSERT_SCRIPT =
            "INSERT INTO ofCrossdeskScript (recordVersion, record, scriptID) VALUES (?, ?, ?)";
    private static final String DELETE_SCRIPT = "DELETE FROM ofCrossdeskScript WHERE scriptID = ?";

    private final ConnectionSource source;
    private final RecordFormat<Service> services = new RecordFormat<>(Service.class);
    private final RecordFormat<Consent> consents = new RecordFormat<>(Consent.class);
    private final RecordFormat<OwnedScript> scripts = new RecordFormat<>(OwnedScript.class);
    private final RecordFormat<Operator> operators = new RecordFormat<>(Operator.class);

    /** A directory in the database that {@code source} leads to. */
    public JdbcDirectory(ConnectionSource source) {
        this.source = source;
    }

    @Override
    public List<Service> services() throws JournalException {
        return read(SERVICES, services, "service");
    }

    @Override
    public List<Operator> operators() throws JournalException {
        return read(OPERATORS, operators, "operator");
    }

    @Override
    public void save(Service service) throws JournalException {
        saving(
                "service " + service.address(),
                connection -> save(connection, UPDATE_SERVICE, INSERT_SERVICE, statement -> {
                    statement.setString(2, services.write(service));
                    statement.setString(3, service.address().toString());
                }));
    }

    @Override
    public List<Consent> consents() throws JournalException {
        return read(CONSENTS, consents, "consent");
    }

    @Override
    public void save(Consent consent) throws JournalException {
        saving(
                "consent to " + consent.service(),
                connection -> save(connection, UPDATE_CONSENT, INSERT_CONSENT, statement -> {
                    statement.setString(2, consents.write(consent));
                    statement.setString(3, consent.service().toString());
                }));
    }

    @Override
    public void forget(Consent consent) throws JournalException {
        delete(
                "consent to " + consent.service(),
                DELETE_CONSENT,
                consent.service().toString());
    }

    @Override
    public List<OwnedScript> scripts() throws JournalException {
        return read(SCRIPTS, scripts, "script");
    }

    @Override
    public void save(OwnedScript script) throws JournalException {
        String id = script.script().id();
        saving(
                "script " + id,
                connection -> save(connection, UPDATE_SCRIPT, INSERT_SCRIPT, statement -> {
                    statement.setString(2, scripts.write(script));
                    statement.setString(3, id);
                }));
    }

    @Override
    public void forget(OwnedScript script) throws JournalException {
        String id = script.script().id();
        delete("script " + id, DELETE_SCRIPT, id);
    }

    private void delete(String what, String delete, String key) throws JournalException {
        saving(what, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                statement.setString(1, key);
                statement.executeUpdate();
            }
        });
    }

    @Override
    public void save(List<Operator> all) throws JournalException {
        String what = all.size() == 1 ? "operator " + all.get(0).account() : all.size() + " operators";
        saving(what, connection -> {
            for (Operator operator : all) {
                save(connection, UPDATE_OPERATOR, INSERT_OPERATOR, statement -> {
                    statement.setString(2, operators.write(operator));
                    statement.setString(3, operator.handle());
                    statement.setString(4, operator.account());
                });
            }
        });
    }

    private <T> List<T> read(String select, RecordFormat<T> format, String what) throws JournalException {
        try {
            return Transaction.run(source, connection -> {
                List<T> found = new ArrayList<>();
                try (PreparedStatement statement = connection.prepareStatement(select);
                        ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(format.read(rows.getInt(2), rows.getString(3), what + " " + rows.getString(1)));
                    }
                }
                return List.copyOf(found);
            });
        } catch (SQLException e) {
            throw new JournalException("the " + what + "s can't be read from the database", e);
        }
    }

    /** Sets the parameters after the version, the same for both statements. */
    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Writes something. */
    @FunctionalInterface
    private interface Saving {
        void by(Connection connection) throws SQLException;
    }

    private static void save(Connection connection, String update, String insert, Parameters parameters)
            throws SQLException {
        if (execute(connection, update, parameters) == 0) {
            execute(connection, insert, parameters);
        }
    }

    private void saving(String what, Saving saving) throws JournalException {
        try {
            Transaction.run(source, connection -> {
                saving.by(connection);
                return what;
            });
        } catch (SQLException e) {
            throw new JournalException(what + " can't be saved: is its name in use, or too long?", e);
        }
    }

    private static int execute(Connection connection, String sql, Parameters parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, RecordFormat.VERSION);
            parameters.set(statement);
            return statement.executeUpdate();
        }
    }
}
