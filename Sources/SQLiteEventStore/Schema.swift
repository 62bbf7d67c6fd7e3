/// The file format, version 3; `docs/file-format.md` describes it for other readers.
enum Schema {
    /// "MUST" in ASCII, in the `application_id` of the SQLite header.
    static let applicationID: Int64 = 0x4D55_5354
    /// The version of the format, in the `user_version` of the SQLite header.
    static let version: Int64 = 3

    /// No table has an index besides its key, and every key but that of `name` only grows, so a commit dirties the
    /// right edge of a few B-trees whatever the size of the log. `name_text` is the exception: it grows with the things
    /// named, not with the entries.
    ///
    /// A row of `tail` has some entries of one commit, what is read by itself in front: SQLite walks over what stands
    /// before a column. Every part of a segment is a ``Frame``, stored under the position of its first entry, commands
    /// under the part of all fingerprints that they are; the entries of the first stream, which every opening reads, lie
    /// together once more. A segment is sealed from the moment that it has its row in
    /// `segment`, and parts without one are a draft.
    ///
    /// Of the tree's tiles only those above the leaves are kept, the last of each level as far as it has come: the leaves
    /// are hashed from the entries, which are there.
    static let tables = """
        CREATE TABLE tail (
            first INTEGER PRIMARY KEY CHECK (first >= 0),
            rows BLOB NOT NULL,
            commands BLOB NOT NULL,
            entries BLOB NOT NULL,
            words BLOB NOT NULL
        ) STRICT;
        CREATE TABLE segment (
            number INTEGER PRIMARY KEY CHECK (number >= 0),
            filter BLOB NOT NULL,
            first_stream BLOB NOT NULL
        ) STRICT;
        CREATE TABLE commands (
            part INTEGER PRIMARY KEY CHECK (part >= 0),
            block BLOB NOT NULL
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
        CREATE TABLE tile (
            level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 7),
            number INTEGER NOT NULL CHECK (number >= 0),
            hashes BLOB NOT NULL,
            PRIMARY KEY (level, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE checkpoint (
            size INTEGER PRIMARY KEY CHECK (size >= 0),
            note BLOB NOT NULL
        ) STRICT;
        """

    /// Texts are BLOBs of UTF-8: they may contain U+0000, which a bound SQL text does not survive.
    static let names = """
        CREATE TABLE name (
            space INTEGER NOT NULL,
            number INTEGER NOT NULL,
            text BLOB NOT NULL,
            PRIMARY KEY (space, number)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX name_text ON name (space, text);
        """
}
