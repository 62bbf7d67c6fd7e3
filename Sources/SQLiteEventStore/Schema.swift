/// The file format, version 1; `docs/file-format.md` describes it for other readers.
enum Schema {
    /// "MUST" in ASCII, in the `application_id` of the SQLite header.
    static let applicationID: Int64 = 0x4D55_5354
    /// The version of the format, in the `user_version` of the SQLite header.
    static let version: Int64 = 1

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
}
