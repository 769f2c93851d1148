-- What services of other libraries have asked of this one, and what it answered. Openfire's SchemaManager runs this: a
-- statement ends where a line ends with a semicolon, ASCII only.
CREATE TABLE ofCrossdeskConsent (
  service        VARCHAR(255)  NOT NULL,
  recordVersion  INTEGER       NOT NULL,
  record         TEXT          NOT NULL,
  CONSTRAINT ofCrossdeskConsent_pk PRIMARY KEY (service)
);

UPDATE ofVersion SET version = 3 WHERE name = 'crossdesk';
