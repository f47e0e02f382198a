//! Why a fingerprint cannot be taken.

use std::{io, path::Path};

crate::messages! {
    /// Why a fingerprint cannot be taken.
    pub enum FingerprintError {
        /// A file or folder cannot be read.
        Unreadable { path: String, reason: String } =>
            zh "无法读取 {path}：{reason}", remedy "请检查路径与读取权限；文件夹指纹要求其中每个文件都可读";
            en "cannot read {path}: {reason}", remedy "check the path and the permission to read; a folder's fingerprint needs every file in it";
        /// A file became longer or shorter while it was read.
        Changed { path: String } =>
            zh "{path} 在读取过程中被修改", remedy "请等写入结束，或对副本计算指纹";
            en "{path} changed while it was being read", remedy "wait until writing has ended, or take the fingerprint of a copy";
        /// There is a symbolic link in the folder.
        Link { path: String } =>
            zh "{path} 是符号链接，其内容不属于该文件夹", remedy "请改为真实文件，或移出文件夹";
            en "{path} is a symbolic link: what it leads to is not part of the folder", remedy "put the file itself there, or take the link out of the folder";
        /// There is something that is neither file nor folder.
        Special { path: String } =>
            zh "{path} 既不是文件也不是文件夹", remedy "请将其移出文件夹";
            en "{path} is neither a file nor a folder", remedy "take it out of the folder";
        /// A name is not UTF-8.
        NotUtf8 { path: String } =>
            zh "{path} 的名称不是 UTF-8，无法在所有机器上得到相同指纹", remedy "请重命名";
            en "the name of {path} is not UTF-8, so its fingerprint would differ between machines", remedy "rename it";
        /// A name has control characters.
        ControlCharacter { path: String } =>
            zh "{path} 的名称含有控制字符", remedy "请重命名";
            en "the name of {path} contains a control character", remedy "rename it";
        /// Two names are the same text.
        SameName { path: String } =>
            zh "有两个文件的名称规范化后都是 {path}", remedy "请重命名其中一个";
            en "two files have the same name {path} once normalised", remedy "rename one of them";
        /// A folder without any file.
        Empty { path: String } =>
            zh "文件夹 {path} 中没有文件", remedy "请指定含有数据的文件夹";
            en "there is no file in folder {path}", remedy "name the folder that holds the data";
        /// The key file is not a key.
        BadKey { file: String } =>
            zh "{file} 不是 64 位十六进制密钥", remedy "可用 openssl rand -hex 32 生成，并妥善保存";
            en "{file} is not a key of 64 hexadecimal digits", remedy "make one with `openssl rand -hex 32` and keep it safe";
    }
}

impl FingerprintError {
    pub(super) fn unreadable(path: &Path, error: &io::Error) -> Self {
        Self::Unreadable {
            path: path.display().to_string(),
            reason: error.to_string(),
        }
    }
}
