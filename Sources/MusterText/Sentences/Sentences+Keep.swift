extension Sentences {
    /// Keeping a ledger: backups and what a ledger needs around it.
    static let keeping: [Sentence] = [
        Sentence("help.backup", zh: "备份台账，写入照常进行", en: "Back the ledger up while it is written"),
        Sentence("help.restore", zh: "从备份恢复台账", en: "Restore the ledger from a backup"),
        Sentence("help.doctor", zh: "检查台账、密钥、检查点、磁盘和时钟", en: "Check ledger, keys, checkpoint, disk and clock"),
        example("backup", zh: "muster backup --ledger yanta.muster /backup/yanta-20261126.muster"),
        example(
            "restore",
            zh: """
                muster restore --ledger yanta.muster /backup/yanta-20261126.muster
                后来的记录已无处可寻时，从这份备份另起续册：
                muster restore --ledger yanta.muster --new-epoch /backup/yanta-20261126.muster
                """,
            en: """
                muster restore --ledger yanta.muster /backup/yanta-20261126.muster
                When what came later is nowhere to be found, go on from the backup as a new epoch:
                muster restore --ledger yanta.muster --new-epoch /backup/yanta-20261126.muster
                """
        ),
        Sentence(
            "help.option.restore.newEpoch",
            zh: "备份比已签名的检查点旧、又没有更新的备份，或签名密钥已遗失时：从备份另起续册，换用新的日志标识和密钥，并在台账中写明遗失的范围",
            en:
                "When the backup is older than what was signed and there is no newer one, or the signing key is lost: go on from it as a new epoch with another origin and key, and say in the log what is lost"
        ),
        Sentence(
            "help.option.backup.file", zh: "备份写入哪个文件（须尚不存在）；附件存到它旁边的 .files 目录",
            en: "The file to write, which must not be there yet; attached files go to .files beside it"),
        Sentence(
            "help.option.restore.file", zh: "哪个备份文件；附件在它旁边的 .files 目录",
            en: "The backup; its attached files lie in .files beside it"),
        Sentence("backup.progress", zh: "已备份 {percent} %…", en: "{percent} %…"),
        Sentence(
            "backup.done", zh: "已备份到 {file}：{size} 条记录，{megabytes} MB，附件 {files} 个。\n  树根 {root}",
            en: "Backed up to {file}: {size} entries, {megabytes} MB, {files} attached files.\n  root {root}"),
        Sentence(
            "backup.next", zh: "签名密钥 {key} 不在备份中，请另行妥善保管。校验备份：muster audit verify --ledger {file}",
            en:
                "The signing key {key} is no part of it: keep it elsewhere. To verify the backup: muster audit verify --ledger {file}"
        ),
        Sentence(
            "restore.done", zh: "已恢复到 {path}：{size} 条记录，附件 {files} 个；全部校验一致。",
            en: "Restored to {path}: {size} entries, {files} attached files; all of it was verified."),
        Sentence(
            "restore.key", zh: "没有签名密钥 {key}：台账可用，但不能签名。请把保管的密钥放回原处，权限 600。",
            en:
                "The signing key {key} is missing: the ledger works, but signs nothing. Put the key back, with mode 600."
        ),
        Sentence(
            "epoch.began",
            zh: "已另起续册 {origin}（原为 {formerOrigin}），台账中已写明。\n  新公钥 {vkey}",
            en: "A new epoch has begun: {origin}, until now {formerOrigin}. The log says so.\n  new key {vkey}"),
        Sentence(
            "epoch.lost", zh: "第 {first} 至 {last} 条曾经签名，现已遗失。请按受理回执和各单位留存的材料补录。",
            en:
                "Entries {first} to {last} had been signed and are lost. Enter them again from receipts and what the units have kept."
        ),
        Sentence(
            "epoch.next",
            zh: "请把新公钥书面告知各街道、部门和审计人员：他们的程序在核对新公钥之前会拒绝这台服务器。新密钥 {key} 请另行妥善保管；原检查点留存在 {head}。",
            en:
                "Tell streets, departments and auditors the new key in writing: their programs refuse this server until they have compared it. Keep the new key {key} elsewhere too; the former head stays in {head}."
        ),
        Sentence(
            "error.epochNotNeeded", zh: "不需要另起续册：备份不比签过名的检查点旧，密钥也是它的（从未签过名的台账也直接恢复）。请去掉 --new-epoch 再试。",
            en:
                "No new epoch is needed: the backup goes as far as what was signed and the key is its own, or nothing was ever signed. Leave --new-epoch out."
        ),
        Sentence(
            "error.epochPending", zh: "这里正在另起续册，还没有做完。请加上 --new-epoch 再运行一次；不想另起的，先移走 .head.pending 并放回原来的密钥。",
            en:
                "A new epoch was being begun here and is not finished. Run it again with --new-epoch; if you don’t want one, move .head.pending away and put the former key back."
        ),

        Sentence("help.rotateKey", zh: "更换签名密钥", en: "Change the key that signs the heads"),
        example(
            "rotateKey",
            zh: """
                先停掉服务，更换后把新密钥另行保管，再启动服务：
                muster rotate-key --ledger yanta.muster
                中途断了的，再运行一次即可接着做完；其间新旧两把密钥同时签名。
                """,
            en: """
                Stop the server, change the key, keep the new one elsewhere too, and start the server:
                muster rotate-key --ledger yanta.muster
                What was cut off is finished by running it again; until then both keys sign.
                """
        ),
        Sentence(
            "rotateKey.done",
            zh: "已更换签名密钥。前 {size} 条的检查点由新旧两把密钥共同签名。\n  日志标识 {origin}（不变）\n  新公钥 {vkey}",
            en:
                "The signing key is changed. The head of {size} entries is signed by both keys.\n  origin  {origin}, as before\n  new key {vkey}"
        ),
        Sentence(
            "rotateKey.next",
            zh: "旧密钥已删除。请把新密钥 {key} 另行妥善保管，并把新公钥告知审计人员；已连接过的程序会凭共同签名自动认可。",
            en:
                "The old key is deleted. Keep the new one, {key}, elsewhere too, and tell auditors its public half; programs that have connected before accept it by the head that both have signed."
        ),
        Sentence(
            "error.noKey",
            zh:
                "没有签名密钥 {path}，无从更换。请把保管的密钥放回原处；密钥确已遗失的，用 muster restore --new-epoch 从备份另起续册。",
            en:
                "There is no signing key {path} to change. Put the key back; if it is lost, go on from a backup with muster restore --new-epoch."
        ),
        Sentence(
            "error.backupDamaged", zh: "备份 {path} 有 {count} 处问题，没有恢复。请用 muster audit verify 查看，并换一份备份。",
            en:
                "The backup {path} has {count} findings; nothing was restored. See them with muster audit verify, and take another backup."
        ),

        Sentence(
            "doctor.ledger.readable", zh: "台账可读：{size} 条记录（{path}）",
            en: "the ledger is readable: {size} entries ({path})"),
        Sentence(
            "doctor.key.fits", zh: "签名密钥在，与公钥相符（{origin}）",
            en: "the signing key is there and fits its public key ({origin})"),
        Sentence(
            "doctor.key.changing", zh: "更换签名密钥没有做完，目前两把密钥同时签名。请停掉服务，再运行一次 muster rotate-key",
            en:
                "a change of keys did not come to its end, so both sign. Stop the server and run muster rotate-key again"
        ),
        Sentence(
            "doctor.key.absent", zh: "没有签名密钥 {path}：不会产生检查点。请把保管的密钥放回原处，权限 600",
            en: "no signing key {path}: no checkpoint is signed. Put the key back, with mode 600"),
        Sentence(
            "doctor.key.unreadable", zh: "签名密钥 {path} 无法读取或不是密钥。请从保管处恢复",
            en: "the signing key {path} can’t be read or is none. Restore it from where it is kept"),
        Sentence(
            "doctor.key.open", zh: "签名密钥 {path} 别人也能读。请执行 chmod 600 {path}，并考虑更换密钥",
            en: "others can read the signing key {path}. Run chmod 600 {path}, and consider another key"),
        Sentence(
            "doctor.key.otherPublic", zh: "公钥文件 {path} 与签名密钥不符。请核对两者是否属于同一本台账",
            en: "the public keys in {path} are not those of the signing key. Check that both are this ledger’s"),
        Sentence("doctor.head.whole", zh: "检查点涵盖全部 {size} 条记录", en: "the last checkpoint holds all {size} entries"),
        Sentence(
            "doctor.head.behind", zh: "最后 {rest} 条记录还没有签入检查点。服务运行时十秒内会签；否则请运行 muster audit checkpoint",
            en:
                "the last {rest} entries are in no checkpoint yet. A running server signs within ten seconds; otherwise run muster audit checkpoint"
        ),
        Sentence(
            "doctor.head.absent", zh: "还没有检查点（{path}）。请运行 muster audit checkpoint",
            en: "no checkpoint yet ({path}). Run muster audit checkpoint"),
        Sentence(
            "doctor.head.unreadable", zh: "检查点文件 {path} 无法读取。请从备份恢复该文件",
            en: "the checkpoint in {path} can’t be read. Restore that file from a backup"),
        Sentence(
            "doctor.head.ahead",
            zh: "检查点有 {head} 条记录，台账只有 {size} 条：这是较早的副本。请恢复较新的备份；确已没有的，用 muster restore --new-epoch 另起续册",
            en:
                "the checkpoint is of {head} entries and the ledger has {size}: this is an older copy. Restore a newer backup; if there is none, go on from it with muster restore --new-epoch"
        ),
        Sentence(
            "doctor.head.forked", zh: "台账前 {head} 条与检查点不符，历史被改动过。请保留全部文件并运行 muster audit verify",
            en:
                "the first {head} entries are not those of the checkpoint: history was changed. Keep all files and run muster audit verify"
        ),
        Sentence("doctor.clock.runs", zh: "时钟正常", en: "the clock is not behind the ledger"),
        Sentence(
            "doctor.clock.behind", zh: "本机时钟比台账最后一条记录慢 {minutes} 分钟。请先校准时钟（timedatectl）再写入",
            en:
                "this machine’s clock is {minutes} minutes behind the last entry. Set it (timedatectl) before anything is written"
        ),
        Sentence("doctor.space.enough", zh: "磁盘空闲 {free} MB", en: "{free} MB of disk are free"),
        Sentence(
            "doctor.space.noCopy", zh: "磁盘空闲 {free} MB，台账 {bytes} MB：放不下备份。请扩容或备份到别处",
            en:
                "{free} MB of disk are free and the ledger has {bytes} MB: no room for a backup beside it. Add space or back up elsewhere"
        ),
        Sentence(
            "doctor.space.little", zh: "磁盘只剩 {free} MB。请尽快扩容", en: "only {free} MB of disk are left. Add space soon"),
    ]
}
