/// The file format, version 2; `docs/file-format.md` describes it for other readers.
enum Schema {
    /// "MUST" in ASCII, in the `application_id` of the SQLite header.
    static let applicationID: Int64 = 0x4D55_5354
    /// The version of the format, in the `user_version` of the SQLite header.
    static let version: Int64 = 2
    /// The first version, which has no segments. A writer takes such a file over, a reader reads it as it is.
    static let firstVersion: Int64 = 1

    /// Texts are BLOBs of UTF-8: they may contain U+0000, which a bound SQL text does not survive.
    ///
    /// No table has an index besides its key, and every key but that of `word` and `name` only grows, so a commit
    /// dirties the right edge of a few B-trees whatever the size of the log. `name_text` is the exception: it
    /// grows with the things named, not with the entries.
    static let tables = """
        CREATE TABLE entry (
            position INTEGER PRIMARY KEY CHECK (position >= 0),
            previous INTEGER CHECK (previous < position),
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE fold (
            first INTEGER PRIMARY KEY CHECK (first >= 0),
            rows BLOB NOT NULL
        ) STRICT;
        CREATE TABLE command (
            first INTEGER PRIMARY KEY CHECK (first >= 0),
            last INTEGER NOT NULL CHECK (last >= first),
            fingerprint BLOB NOT NULL,
            digest BLOB NOT NULL
        ) STRICT;
        CREATE TABLE word (
            position INTEGER NOT NULL,
            field BLOB NOT NULL,
            salt BLOB NOT NULL,
            text BLOB NOT NULL,
            PRIMARY KEY (position, field)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE name (
            space INTEGER NOT NULL,
            number INTEGER NOT NULL,
            text BLOB NOT NULL,
            PRIMARY KEY (space, number)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX name_text ON name (space, text);
        """
    /// What version 2 adds. Every part of a segment is a ``Frame``, stored under the position of its first entry; a
    /// segment is sealed from the moment that it has its row in `segment`, and parts without one are a draft.
    static let segmentTables = """
        CREATE TABLE segment (
            number INTEGER PRIMARY KEY CHECK (number >= 0),
            filter BLOB NOT NULL,
            commands BLOB NOT NULL
        ) STRICT;
        CREATE TABLE columns (
            first INTEGER PRIMARY KEY CHECK (first >= 0),
            block BLOB NOT NULL
        ) STRICT;
        CREATE TABLE entries (
            first INTEGER PRIMARY KEY CHECK (first >= 0),
            block BLOB NOT NULL
        ) STRICT;
        CREATE TABLE words (
            first INTEGER PRIMARY KEY CHECK (first >= 0),
            block BLOB NOT NULL
        ) STRICT;
        """
}
