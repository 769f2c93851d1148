-- The tables of Openfire 4.2.0 for HSQLDB. The server's jar comes without a script for them, so this
-- one is Crossdesk's own: columns, keys and named indexes are what that version reads and writes.
--
-- Two differences from a stock installation, both on purpose: there is no account "admin" (its password
-- would be known to everybody), and every commit reaches the file before it returns.

CREATE TABLE ofuser (
  username          VARCHAR(64) NOT NULL,
  storedkey         VARCHAR(32),
  serverkey         VARCHAR(32),
  salt              VARCHAR(32),
  iterations        INTEGER,
  plainpassword     VARCHAR(32),
  encryptedpassword VARCHAR(255),
  name              VARCHAR(100),
  email             VARCHAR(100),
  creationdate      VARCHAR(15) NOT NULL,
  modificationdate  VARCHAR(15) NOT NULL,
  PRIMARY KEY (username)
);
CREATE INDEX ofuser_cdate_idx ON ofuser (creationdate);

CREATE TABLE ofuserprop (
  username  VARCHAR(64) NOT NULL,
  name      VARCHAR(100) NOT NULL,
  propvalue VARCHAR(4000) NOT NULL,
  PRIMARY KEY (username, name)
);

CREATE TABLE ofuserflag (
  username  VARCHAR(64) NOT NULL,
  name      VARCHAR(100) NOT NULL,
  starttime VARCHAR(15),
  endtime   VARCHAR(15),
  PRIMARY KEY (username, name)
);
CREATE INDEX ofuserflag_etime_idx ON ofuserflag (endtime);
CREATE INDEX ofuserflag_stime_idx ON ofuserflag (starttime);

CREATE TABLE ofprivate (
  username    VARCHAR(64) NOT NULL,
  name        VARCHAR(100) NOT NULL,
  namespace   VARCHAR(200) NOT NULL,
  privatedata LONGVARCHAR NOT NULL,
  PRIMARY KEY (username, name, namespace)
);

CREATE TABLE ofoffline (
  username     VARCHAR(64) NOT NULL,
  messageid    BIGINT NOT NULL,
  creationdate VARCHAR(15) NOT NULL,
  messagesize  INTEGER NOT NULL,
  stanza       LONGVARCHAR NOT NULL,
  PRIMARY KEY (username, messageid)
);

CREATE TABLE ofpresence (
  username        VARCHAR(64) NOT NULL,
  offlinepresence LONGVARCHAR,
  offlinedate     VARCHAR(15) NOT NULL,
  PRIMARY KEY (username)
);

CREATE TABLE ofroster (
  rosterid BIGINT NOT NULL,
  username VARCHAR(64) NOT NULL,
  jid      VARCHAR(1024) NOT NULL,
  sub      INTEGER NOT NULL,
  ask      INTEGER NOT NULL,
  recv     INTEGER NOT NULL,
  nick     VARCHAR(255),
  PRIMARY KEY (rosterid)
);
CREATE INDEX ofroster_jid_idx ON ofroster (jid);
CREATE INDEX ofroster_username_idx ON ofroster (username);

CREATE TABLE ofrostergroups (
  rosterid  BIGINT NOT NULL,
  rank      INTEGER NOT NULL,
  groupname VARCHAR(255) NOT NULL,
  PRIMARY KEY (rosterid, rank)
);
CREATE INDEX ofrostergroup_rosterid_idx ON ofrostergroups (rosterid);

CREATE TABLE ofvcard (
  username VARCHAR(64) NOT NULL,
  vcard    LONGVARCHAR NOT NULL,
  PRIMARY KEY (username)
);

CREATE TABLE ofgroup (
  groupname   VARCHAR(50) NOT NULL,
  description VARCHAR(255),
  PRIMARY KEY (groupname)
);

CREATE TABLE ofgroupprop (
  groupname VARCHAR(50) NOT NULL,
  name      VARCHAR(100) NOT NULL,
  propvalue VARCHAR(4000) NOT NULL,
  PRIMARY KEY (groupname, name)
);

CREATE TABLE ofgroupuser (
  groupname     VARCHAR(50) NOT NULL,
  username      VARCHAR(100) NOT NULL,
  administrator INTEGER NOT NULL,
  PRIMARY KEY (groupname, username, administrator)
);

CREATE TABLE ofid (
  idtype INTEGER NOT NULL,
  id     BIGINT NOT NULL,
  PRIMARY KEY (idtype)
);

CREATE TABLE ofproperty (
  name      VARCHAR(100) NOT NULL,
  propvalue VARCHAR(4000) NOT NULL,
  encrypted INTEGER,
  PRIMARY KEY (name)
);

CREATE TABLE ofversion (
  name    VARCHAR(50) NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (name)
);

CREATE TABLE ofextcomponentconf (
  subdomain  VARCHAR(255) NOT NULL,
  wildcard   INTEGER NOT NULL,
  secret     VARCHAR(255),
  permission VARCHAR(10) NOT NULL,
  PRIMARY KEY (subdomain)
);

CREATE TABLE ofremoteserverconf (
  xmppdomain VARCHAR(255) NOT NULL,
  remoteport INTEGER,
  permission VARCHAR(10) NOT NULL,
  PRIMARY KEY (xmppdomain)
);

CREATE TABLE ofprivacylist (
  username  VARCHAR(64) NOT NULL,
  name      VARCHAR(100) NOT NULL,
  isdefault INTEGER NOT NULL,
  list      LONGVARCHAR NOT NULL,
  PRIMARY KEY (username, name)
);
CREATE INDEX ofprivacylist_default_idx ON ofprivacylist (username, isdefault);

CREATE TABLE ofsaslauthorized (
  username  VARCHAR(64) NOT NULL,
  principal VARCHAR(4000) NOT NULL,
  PRIMARY KEY (username, principal)
);

CREATE TABLE ofsecurityauditlog (
  msgid      BIGINT NOT NULL,
  username   VARCHAR(64) NOT NULL,
  entrystamp BIGINT NOT NULL,
  summary    VARCHAR(255) NOT NULL,
  node       VARCHAR(255) NOT NULL,
  details    LONGVARCHAR,
  PRIMARY KEY (msgid)
);
CREATE INDEX ofsecurityauditlog_tstamp_idx ON ofsecurityauditlog (entrystamp);
CREATE INDEX ofsecurityauditlog_uname_idx ON ofsecurityauditlog (username);

CREATE TABLE ofmucservice (
  serviceid   BIGINT NOT NULL,
  subdomain   VARCHAR(255) NOT NULL,
  description VARCHAR(255),
  ishidden    INTEGER NOT NULL,
  PRIMARY KEY (subdomain)
);
CREATE INDEX ofmucservice_serviceid_idx ON ofmucservice (serviceid);

CREATE TABLE ofmucserviceprop (
  serviceid BIGINT NOT NULL,
  name      VARCHAR(100) NOT NULL,
  propvalue VARCHAR(4000) NOT NULL,
  PRIMARY KEY (serviceid, name)
);

CREATE TABLE ofmucroom (
  serviceid        BIGINT NOT NULL,
  roomid           BIGINT NOT NULL,
  creationdate     CHAR(15) NOT NULL,
  modificationdate CHAR(15) NOT NULL,
  name             VARCHAR(50) NOT NULL,
  naturalname      VARCHAR(255) NOT NULL,
  description      VARCHAR(255),
  lockeddate       CHAR(15) NOT NULL,
  emptydate        CHAR(15),
  canchangesubject INTEGER NOT NULL,
  maxusers         INTEGER NOT NULL,
  publicroom       INTEGER NOT NULL,
  moderated        INTEGER NOT NULL,
  membersonly      INTEGER NOT NULL,
  caninvite        INTEGER NOT NULL,
  roompassword     VARCHAR(50),
  candiscoverjid   INTEGER NOT NULL,
  logenabled       INTEGER NOT NULL,
  subject          VARCHAR(100),
  rolestobroadcast INTEGER NOT NULL,
  usereservednick  INTEGER NOT NULL,
  canchangenick    INTEGER NOT NULL,
  canregister      INTEGER NOT NULL,
  allowpm          INTEGER,
  PRIMARY KEY (serviceid, name)
);
CREATE INDEX ofmucroom_roomid_idx ON ofmucroom (roomid);
CREATE INDEX ofmucroom_serviceid_idx ON ofmucroom (serviceid);

CREATE TABLE ofmucroomprop (
  roomid    BIGINT NOT NULL,
  name      VARCHAR(100) NOT NULL,
  propvalue VARCHAR(4000) NOT NULL,
  PRIMARY KEY (roomid, name)
);

CREATE TABLE ofmucaffiliation (
  roomid      BIGINT NOT NULL,
  jid         VARCHAR(1024) NOT NULL,
  affiliation INTEGER NOT NULL,
  PRIMARY KEY (roomid, jid)
);

CREATE TABLE ofmucmember (
  roomid    BIGINT NOT NULL,
  jid       VARCHAR(1024) NOT NULL,
  nickname  VARCHAR(255),
  firstname VARCHAR(100),
  lastname  VARCHAR(100),
  url       VARCHAR(100),
  email     VARCHAR(100),
  faqentry  VARCHAR(100),
  PRIMARY KEY (roomid, jid)
);

CREATE TABLE ofmucconversationlog (
  roomid    BIGINT NOT NULL,
  messageid BIGINT NOT NULL,
  sender    VARCHAR(1024) NOT NULL,
  nickname  VARCHAR(255),
  logtime   CHAR(15) NOT NULL,
  subject   VARCHAR(255),
  body      LONGVARCHAR,
  stanza    LONGVARCHAR
);
CREATE INDEX ofmucconversationlog_msg_id ON ofmucconversationlog (messageid);
CREATE INDEX ofmucconversationlog_time_idx ON ofmucconversationlog (logtime);

CREATE TABLE ofpubsubnode (
  serviceid           VARCHAR(100) NOT NULL,
  nodeid              VARCHAR(100) NOT NULL,
  leaf                INTEGER NOT NULL,
  creationdate        CHAR(15) NOT NULL,
  modificationdate    CHAR(15) NOT NULL,
  parent              VARCHAR(100),
  deliverpayloads     INTEGER NOT NULL,
  maxpayloadsize      INTEGER,
  persistitems        INTEGER,
  maxitems            INTEGER,
  notifyconfigchanges INTEGER NOT NULL,
  notifydelete        INTEGER NOT NULL,
  notifyretract       INTEGER NOT NULL,
  presencebased       INTEGER NOT NULL,
  senditemsubscribe   INTEGER NOT NULL,
  publishermodel      VARCHAR(15) NOT NULL,
  subscriptionenabled INTEGER NOT NULL,
  configsubscription  INTEGER NOT NULL,
  accessmodel         VARCHAR(10) NOT NULL,
  payloadtype         VARCHAR(100),
  bodyxslt            VARCHAR(100),
  dataformxslt        VARCHAR(100),
  creator             VARCHAR(1024) NOT NULL,
  description         VARCHAR(255),
  language            VARCHAR(255),
  name                VARCHAR(50),
  replypolicy         VARCHAR(15),
  associationpolicy   VARCHAR(15),
  maxleafnodes        INTEGER,
  PRIMARY KEY (serviceid, nodeid)
);

CREATE TABLE ofpubsubnodejids (
  serviceid       VARCHAR(100) NOT NULL,
  nodeid          VARCHAR(100) NOT NULL,
  jid             VARCHAR(1024) NOT NULL,
  associationtype VARCHAR(20) NOT NULL,
  PRIMARY KEY (serviceid, nodeid, jid)
);

CREATE TABLE ofpubsubnodegroups (
  serviceid   VARCHAR(100) NOT NULL,
  nodeid      VARCHAR(100) NOT NULL,
  rostergroup VARCHAR(100) NOT NULL
);
CREATE INDEX ofpubsubnodegroups_idx ON ofpubsubnodegroups (serviceid, nodeid);

CREATE TABLE ofpubsubaffiliation (
  serviceid   VARCHAR(100) NOT NULL,
  nodeid      VARCHAR(100) NOT NULL,
  jid         VARCHAR(1024) NOT NULL,
  affiliation VARCHAR(10) NOT NULL,
  PRIMARY KEY (serviceid, nodeid, jid)
);

CREATE TABLE ofpubsubitem (
  serviceid    VARCHAR(100) NOT NULL,
  nodeid       VARCHAR(100) NOT NULL,
  id           VARCHAR(100) NOT NULL,
  jid          VARCHAR(1024) NOT NULL,
  creationdate CHAR(15) NOT NULL,
  payload      VARCHAR(4000),
  PRIMARY KEY (serviceid, nodeid, id)
);

CREATE TABLE ofpubsubsubscription (
  serviceid         VARCHAR(100) NOT NULL,
  nodeid            VARCHAR(100) NOT NULL,
  id                VARCHAR(100) NOT NULL,
  jid               VARCHAR(1024) NOT NULL,
  owner             VARCHAR(1024) NOT NULL,
  state             VARCHAR(15) NOT NULL,
  deliver           INTEGER NOT NULL,
  digest            INTEGER NOT NULL,
  digest_frequency  INTEGER NOT NULL,
  expire            CHAR(15),
  includebody       INTEGER NOT NULL,
  showvalues        VARCHAR(30) NOT NULL,
  subscriptiontype  VARCHAR(10) NOT NULL,
  subscriptiondepth INTEGER NOT NULL,
  keyword           VARCHAR(200),
  PRIMARY KEY (serviceid, nodeid, id)
);

CREATE TABLE ofpubsubdefaultconf (
  serviceid           VARCHAR(100) NOT NULL,
  leaf                INTEGER NOT NULL,
  deliverpayloads     INTEGER NOT NULL,
  maxpayloadsize      INTEGER NOT NULL,
  persistitems        INTEGER NOT NULL,
  maxitems            INTEGER NOT NULL,
  notifyconfigchanges INTEGER NOT NULL,
  notifydelete        INTEGER NOT NULL,
  notifyretract       INTEGER NOT NULL,
  presencebased       INTEGER NOT NULL,
  senditemsubscribe   INTEGER NOT NULL,
  publishermodel      VARCHAR(15) NOT NULL,
  subscriptionenabled INTEGER NOT NULL,
  accessmodel         VARCHAR(10) NOT NULL,
  language            VARCHAR(255),
  replypolicy         VARCHAR(15),
  associationpolicy   VARCHAR(15) NOT NULL,
  maxleafnodes        INTEGER NOT NULL,
  PRIMARY KEY (serviceid, leaf)
);

-- First numbers of Openfire's own sequences, and the room service.
INSERT INTO ofid (idtype, id) VALUES (18, 1);
INSERT INTO ofid (idtype, id) VALUES (19, 1);
INSERT INTO ofid (idtype, id) VALUES (23, 1);
INSERT INTO ofid (idtype, id) VALUES (26, 2);
INSERT INTO ofmucservice (serviceid, subdomain, ishidden) VALUES (1, 'conference', 0);

SET FILES WRITE DELAY FALSE;

-- Last, since its being there says that all the rest is.
INSERT INTO ofversion (name, version) VALUES ('openfire', 26);
