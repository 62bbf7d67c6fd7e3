extension Sentences {
    /// The instructions that lie in an audit package.
    static let packageReadme: [Sentence] = [
        Sentence(
            "package.readme",
            zh: """
                {district} · 审计资料包：阅读与核对说明

                本包是一本台账前 {size} 条记录的全部资料，不装 Muster 也能阅读和核对。

                一、有哪些文件

                entries.jsonl      原始记录，一行一条，逐字节与台账相同；第 N 行是位置 N-1 的记录
                words.jsonl        文字原文和盐值，一行对应一条记录（对外的包可能不含）
                whistles.csv       哨和外部案件
                calls.csv          报到单
                tasks.csv          任务
                evaluations.csv    评价
                dictionary.csv     数据字典：各列、各代码、各类事件的含义
                files/             附件，文件名即其 SHA-256（对外的包可能不含）
                checkpoints/       全部检查点，文件名即其条数；checkpoint 是最新的一个
                vkey               验证检查点用的公钥
                package.json       供程序读取的概要
                handover.txt       移交单
                sha256sums.txt     其余各文件的 SHA-256
                verify.py          核对程序，只用 Python 3.9 及以上自带的库，不联网、不写文件

                表格可直接用电子表格软件打开。以 = + - @ 等开头的单元格前加了一个撇号，以免被当作公式；
                取值时去掉第一个撇号即可。时间是北京时间，带时区。positions 列给出该行依据的记录位置。

                二、核对各文件的校验值

                Linux：    sha256sum -c sha256sums.txt
                macOS：    shasum -a 256 -c sha256sums.txt
                Windows：  verify.py 会一并核对；单个文件可用 certutil -hashfile 文件名 SHA256

                三、运行核对程序

                python3 verify.py              （Windows：py verify.py）
                python3 verify.py --vkey 公钥   用密钥单上的公钥，而不是包里的
                python3 verify.py --against 文件  再与您自己留存的检查点对照

                退出码 0 一致，1 有出入，2 无法查明。每处出入一行：类别、位置、说明。
                包里的公钥和检查点都出自移交方：请用密钥单上的公钥，并用自己早先留存的检查点对照，
                否则整本重做的台账也会“一致”。

                四、手工核对一行

                1. 在表格中找到该行，取 positions 中的一个位置，例如 42；记录在第 43 行：
                   sed -n 43p entries.jsonl | tr -d '\\n' > entry.json
                2. 该记录在树中的叶子：
                   (printf '\\0'; cat entry.json) | openssl dgst -sha256 -binary | openssl base64
                   各叶子按 RFC 6962 逐对合成树根，与 checkpoint 第三行相同；verify.py 就是这样算的。
                3. 核对一处文字：在 words.jsonl 中找到 "position":42，取盐值 salt 和原文 text：
                   salt=$(printf %s '盐值' | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')
                   printf %s '原文' | openssl dgst -sha256 -mac HMAC -macopt hexkey:$salt -binary | openssl base64
                   结果应与 entry.json 中 data.words 的同名项相同。（JSON 中的转义，如 \\n，须先还原。）
                4. 核对一个附件：sha256sum files/文件名，结果应与文件名相同。

                五、能证明什么

                记录没有被改动、替换、删去或插入；文字是当时写下的；缺失的文字都有删除记录；同一事项的记录没有缺号。
                不能证明每件事都登记过；签名的时间只约束签名者自己。表格由记录推算而来，签名保护的是 entries.jsonl。
                """,
            en: """
                {district} · audit package: how to read and to check it

                This is everything of the first {size} entries of a ledger, to be read and checked without Muster.

                1. What is in it

                entries.jsonl      the entries, one a line, byte for byte those of the ledger; line N is position N-1
                words.jsonl        the texts and their salts, a line for an entry (may be left out)
                whistles.csv       whistles and other systems' cases
                calls.csv          calls
                tasks.csv          tasks
                evaluations.csv    evaluations
                dictionary.csv     data dictionary: what columns, codes and kinds of events mean
                files/             attached files, each under its SHA-256 (may be left out)
                checkpoints/       every checkpoint under its number of entries; checkpoint is the newest
                vkey               the public keys by which checkpoints are verified
                package.json       a summary for programs
                handover.txt       the hand-over sheet
                sha256sums.txt     the SHA-256 of every other file
                verify.py          checks all this; Python 3.9 or later and nothing else, no network, writes nothing

                The tables open in any spreadsheet. A cell that begins with = + - @ or the like has an apostrophe in
                front, so that nobody's program takes it for a formula: take the first apostrophe away to get the value.
                Times are China's, with their offset. The column positions names the entries that a row rests on.

                2. Check the sums of the files

                Linux:    sha256sum -c sha256sums.txt
                macOS:    shasum -a 256 -c sha256sums.txt
                Windows:  verify.py does it too; for a single file: certutil -hashfile FILE SHA256

                3. Run the verifier

                python3 verify.py               (Windows: py verify.py)
                python3 verify.py --vkey KEY    with the key of the key sheet instead of the one in the package
                python3 verify.py --against FILE  also compares with a checkpoint that you have kept yourself

                Exit status 0 equal, 1 differs, 2 could not be found out. Each finding is a line: kind, position, words.
                Keys and checkpoints in the package come from whoever hands it over: use the key of the key sheet, and
                a checkpoint of your own from before. Otherwise a ledger that was made anew as a whole is "equal" too.

                4. Check one row by hand

                1. Find the row in its table and take one of its positions, 42 for instance; the entry is line 43:
                   sed -n 43p entries.jsonl | tr -d '\\n' > entry.json
                2. Its leaf in the tree:
                   (printf '\\0'; cat entry.json) | openssl dgst -sha256 -binary | openssl base64
                   The leaves are joined pair by pair as in RFC 6962 up to the root, the third line of checkpoint;
                   this is what verify.py does.
                3. Check a text: find "position":42 in words.jsonl and take its salt and its text:
                   salt=$(printf %s 'SALT' | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \\n')
                   printf %s 'TEXT' | openssl dgst -sha256 -mac HMAC -macopt hexkey:$salt -binary | openssl base64
                   This must be what entry.json has in data.words. (Escapes of JSON such as \\n are undone before.)
                4. Check an attached file: sha256sum files/NAME must print its name.

                5. What is proved

                No entry was altered, exchanged, taken out or put in; texts are what was written then; every text that is
                missing was erased by an event; nothing is hidden inside a matter. It is not proved that every act was
                recorded, and the times bind only whoever signed them. The tables are computed from the entries; what the
                signatures protect is entries.jsonl.
                """)
    ]
}
