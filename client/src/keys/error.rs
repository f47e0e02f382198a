//! Why a key cannot be used.

crate::messages! {
    /// Why a key cannot be made, read or used.
    pub enum KeyError {
        /// The file cannot be read.
        Unreadable { file: String, reason: String } =>
            zh "无法读取 {file}：{reason}";
            en "cannot read {file}: {reason}";
        /// The file cannot be written.
        Unwritable { file: String, reason: String } =>
            zh "无法写入 {file}：{reason}";
            en "cannot write {file}: {reason}";
        /// The key file to be written is there already.
        AlreadyThere { file: String } =>
            zh "{file} 已经存在，未作改动", remedy "请用 --out 指定另一个文件；密钥文件从不覆盖";
            en "{file} is there already and was left as it is", remedy "name another file with --out; key files are never overwritten";
        /// No such key file.
        NoSuchKey { text: String, folder: String } =>
            zh "没有名为“{text}”的密钥文件，密钥文件夹 {folder} 中也没有",
                remedy "请给出密钥文件路径、密钥文件夹中的名称、//Alice 一类的开发密钥或 command:程序路径；quanji keys list 列出已有密钥";
            en "there is no key file {text}, nor one of that name in the key folder {folder}",
                remedy "give the path of a key file, a name in the key folder, a development key such as //Alice, or command:/path/to/program; `quanji keys list` shows what is there";
        /// The file is not a key file.
        NotAKeyFile { file: String, reason: String } =>
            zh "{file} 不是密钥文件：{reason}", remedy "请使用 quanji keys new 生成的文件，或从 polkadot.js 导出的 JSON 密钥文件";
            en "{file} is not a key file: {reason}", remedy "use a file made by `quanji keys new` or a JSON key file exported from polkadot.js";
        /// The key is of another kind.
        NotEd25519 { file: String, found: String } =>
            zh "{file} 的密钥类型是 {found}，本系统只用 ed25519", remedy "请用 quanji keys new 新建密钥";
            en "the key in {file} is of type {found}; only ed25519 is used here", remedy "make a key with `quanji keys new`";
        /// The file is not encrypted, or in a way that is not supported.
        NotEncrypted { file: String } =>
            zh "{file} 未按支持的方式（scrypt、xsalsa20-poly1305，第 3 版）加密", remedy "请用密码重新导出该密钥，或用 quanji keys import 导入其助记词";
            en "{file} is not encrypted in the supported way (scrypt, xsalsa20-poly1305, version 3)", remedy "export the key again with a password, or import its phrase with `quanji keys import`";
        /// The password is wrong, or the content was altered.
        WrongPassword { file: String } =>
            zh "密码不能打开 {file}", remedy "请核对密码；若密码无误，则文件已损坏";
            en "the password does not open {file}", remedy "check the password; if it is right, the file is damaged";
        /// Opening the file needs a password.
        PasswordNeeded { file: String } =>
            zh "打开 {file} 需要密码", remedy "请用 --password-file 或环境变量 QUANJI_PASSWORD 提供";
            en "{file} needs a password to be opened", remedy "give it with --password-file or the environment variable QUANJI_PASSWORD";
        /// The password for a new file is too short.
        PasswordTooShort { least: usize } =>
            zh "新密码至少需要 {least} 个字符", remedy "请换用较长的密码，例如几个词组成的短语";
            en "a new password needs at least {least} characters", remedy "take a longer one, a phrase of several words for example";
        /// The parts of the key file contradict each other.
        Contradictory { file: String } =>
            zh "{file} 中的私钥、公钥与地址不一致", remedy "请勿使用该文件，改用备份";
            en "secret, public key and address in {file} do not belong together", remedy "do not use this file; take a backup";
        /// The text is no address.
        NotAnAddress { text: String } =>
            zh "“{text}”不是有效地址", remedy "请核对地址是否完整";
            en "{text} is not a valid address", remedy "check that the address is complete";
        /// The text is no development URI, phrase or seed.
        NotASecret { reason: String } =>
            zh "无法识别助记词、种子或开发密钥：{reason}", remedy "请给出 12 至 24 个英文助记词、0x 开头的 64 位十六进制种子，或 //Alice 一类的开发密钥；ed25519 只支持 // 派生";
            en "not a phrase, seed or development key: {reason}", remedy "give 12 to 24 English words, a seed of 64 hexadecimal digits after 0x, or a development key such as //Alice; ed25519 derives with // only";
        /// There is no place for keys.
        NoFolder =>
            zh "无法确定密钥文件夹", remedy "请用 --key-folder 或环境变量 QUANJI_KEYS 指定";
            en "cannot tell where the key folder is", remedy "name it with --key-folder or the environment variable QUANJI_KEYS";
        /// The external signer cannot be started.
        CommandNotStarted { program: String, reason: String } =>
            zh "无法启动外部签名程序 {program}：{reason}", remedy "请核对路径与执行权限";
            en "cannot start the external signer {program}: {reason}", remedy "check the path and that it may be executed";
        /// The external signer failed.
        CommandFailed { program: String, reason: String } =>
            zh "外部签名程序 {program} 失败：{reason}", remedy "请查看该程序的输出";
            en "the external signer {program} failed: {reason}", remedy "see what the program printed";
        /// The external signer took too long.
        CommandTimedOut { program: String, seconds: u64 } =>
            zh "外部签名程序 {program} 在 {seconds} 秒内没有完成", remedy "请确认设备已连接并已确认操作，然后重试";
            en "the external signer {program} did not finish within {seconds} seconds", remedy "check that the device is connected and the action confirmed, then try again";
        /// The external signer answered something else than asked.
        CommandAnswer { program: String, expected: String } =>
            zh "外部签名程序 {program} 的输出无效，应为 {expected}", remedy "约定：参数 public 输出公钥；参数 sign 从标准输入读取十六进制载荷并输出签名";
            en "the external signer {program} did not answer with {expected}", remedy "the agreement: with argument `public` it prints the public key; with `sign` it reads the payload in hexadecimal from standard input and prints the signature";
        /// The signature of the external signer does not verify.
        CommandSignature { program: String } =>
            zh "外部签名程序 {program} 的签名与其公钥不符", remedy "请检查该程序使用的密钥";
            en "the signature made by {program} does not match its public key", remedy "check which key the program signs with";
    }
}
