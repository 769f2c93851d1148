-- From a row for each record to a row for each commit. Openfire's SchemaManager runs this: a statement ends where a line
-- ends with a semicolon, ASCII only. Checksum 0 marks what was moved.

-- What happened in sessions and engagements, and the ledger: a row for each commit, in their order.
-- CACHED keeps the rows on the disk: HSQLDB's other tables lie in the heap.
CREATE CACHED TABLE ofCrossdeskJournal (
  batchID        BIGINT        NOT NULL,
  writtenAt      BIGINT        NOT NULL,
  formatVersion  INTEGER       NOT NULL,
  checksum       BIGINT        NOT NULL,
  records        LONGVARCHAR   NOT NULL,
  CONSTRAINT ofCrossdeskJournal_pk PRIMARY KEY (batchID)
);

-- Sessions that ended, until their retention is over.
CREATE CACHED TABLE ofCrossdeskEnded (
  batchID        BIGINT        NOT NULL,
  stateID        VARCHAR(255)  NOT NULL,
  endedAt        BIGINT        NOT NULL,
  formatVersion  INTEGER       NOT NULL,
  records        LONGVARCHAR   NOT NULL,
  CONSTRAINT ofCrossdeskEnded_pk PRIMARY KEY (batchID, stateID)
);
CREATE INDEX ofCrossdeskEnded_ended_idx ON ofCrossdeskEnded (endedAt);

INSERT INTO ofCrossdeskJournal (batchID, writtenAt, formatVersion, checksum, records)
  SELECT recordID, writtenAt, recordVersion, 0, '{"entries":[{"@type":"of-session","id":"' || REPLACE(REPLACE(stateID, '\', '\\'), '"', '\"') || '","record":' || record || '}]}'
  FROM ofCrossdeskRecord WHERE stateKind = 'session' AND endedAt IS NULL;
INSERT INTO ofCrossdeskJournal (batchID, writtenAt, formatVersion, checksum, records)
  SELECT recordID, writtenAt, recordVersion, 0, '{"entries":[{"@type":"of-engagement","id":"' || REPLACE(REPLACE(stateID, '\', '\\'), '"', '\"') || '","record":' || record || '}]}'
  FROM ofCrossdeskRecord WHERE stateKind = 'engagement' AND endedAt IS NULL;
INSERT INTO ofCrossdeskJournal (batchID, writtenAt, formatVersion, checksum, records)
  SELECT recordID, writtenAt, recordVersion, 0, '{"entries":[{"@type":"of-ledger","record":' || record || '}]}'
  FROM ofCrossdeskRecord WHERE stateKind = 'ledger' AND endedAt IS NULL;
INSERT INTO ofCrossdeskEnded (batchID, stateID, endedAt, formatVersion, records)
  SELECT recordID, stateID, endedAt, recordVersion, '{"entries":[{"@type":"of-session","id":"' || REPLACE(REPLACE(stateID, '\', '\\'), '"', '\"') || '","record":' || record || '}]}'
  FROM ofCrossdeskRecord WHERE stateKind = 'session' AND endedAt IS NOT NULL;
DROP TABLE ofCrossdeskRecord;

UPDATE ofVersion SET version = 2 WHERE name = 'crossdesk';
