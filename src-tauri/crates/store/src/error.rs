//! What can go wrong with a project file, in words that say what to do.
//! Relies on paths being shown as the user knows them.
//! Knows nothing of how errors are displayed.

use domain::{Explain, Language, RecordError, RowId};
use std::path::PathBuf;

/// Why a project file could not be opened, changed or written. The user's file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("{} does not exist", .0.display())]
    Missing(PathBuf),
    /// A file is already there, and a new project would replace it.
    #[error("{} already exists", .0.display())]
    Exists(PathBuf),
    /// The path is a folder or a device.
    #[error("{} is not a file", .0.display())]
    NotAFile(PathBuf),
    /// It is a file of another kind.
    #[error("{} is not a Sise project but {kind}", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it looks like, in English.
        kind: &'static str,
        /// What it looks like, in Chinese.
        kind_chinese: &'static str,
    },
    /// It was written by a newer program.
    #[error("{} has format {found}, this program knows up to {known}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// It is a project but not whole.
    #[error("{} is damaged: {detail}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// It holds tables, views or triggers that are not ours.
    #[error("{} contains something that does not belong in a project: {object}", path.display())]
    ForeignSchema {
        /// The file.
        path: PathBuf,
        /// The first such object.
        object: String,
    },
    /// Another window or program has it open for editing.
    #[error("{} is already open in another window ({holder})", path.display())]
    InUse {
        /// The file.
        path: PathBuf,
        /// Who holds it, as far as known.
        holder: String,
    },
    /// The folder cannot be written to.
    #[error("{} cannot be written: {reason}", path.display())]
    NotWritable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// The disk is full.
    #[error("the disk is full, {} could not be written", .0.display())]
    DiskFull(PathBuf),
    /// The password does not open the encrypted copy.
    #[error("the password does not open {}", .0.display())]
    WrongPassword(PathBuf),
    /// Nothing could be read out of a damaged file.
    #[error("nothing could be read out of {}", .0.display())]
    NothingToSalvage(PathBuf),
    /// There is no such step in the record.
    #[error("the record has no step at {0}")]
    NoSuchStep(String),
    /// The file was changed by someone else since it was opened.
    #[error("{} was changed by another program since it was opened", .0.display())]
    ChangedOutside(PathBuf),
    /// A row breaks a rule of its own.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// A row names another that does not exist.
    #[error("{} {} refers to something that does not exist: {missing}", row.table, row.id)]
    Dangling {
        /// The row.
        row: RowId,
        /// The table that misses a row.
        missing: String,
    },
    /// There is no such row.
    #[error("{} {} does not exist", .0.table, .0.id)]
    NoSuchRow(RowId),
    /// There is no such picture in the file.
    #[error("picture {0} is not in the project")]
    NoSuchAsset(String),
    /// The system refused to read or write.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// SQLite refused.
    #[error("the project database reports: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// Something that cannot happen did; a defect of this program.
    #[error("internal error: {0}")]
    Defect(String),
}

impl StoreError {
    pub(crate) fn io(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| match source.kind() {
            std::io::ErrorKind::NotFound => Self::Missing(path),
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::FileTooLarge => Self::DiskFull(path),
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::NotWritable { path, reason: source.to_string() }
            }
            _ => Self::Io { path, source },
        }
    }
}

impl Explain for StoreError {
    fn code(&self) -> &'static str {
        match self {
            Self::Missing(_) => "file-missing",
            Self::Exists(_) => "file-exists",
            Self::NotAFile(_) => "not-a-file",
            Self::Foreign { .. } => "not-a-project",
            Self::Newer { .. } => "newer-version",
            Self::Damaged { .. } => "damaged",
            Self::ForeignSchema { .. } => "foreign-schema",
            Self::InUse { .. } => "in-use",
            Self::NotWritable { .. } => "not-writable",
            Self::DiskFull(_) => "disk-full",
            Self::ChangedOutside(_) => "changed-outside",
            Self::WrongPassword(_) => "wrong-password",
            Self::NothingToSalvage(_) => "nothing-to-salvage",
            Self::NoSuchStep(_) => "no-such-step",
            Self::Record(error) => error.code(),
            Self::Dangling { .. } => "dangling",
            Self::NoSuchRow(_) => "no-such-row",
            Self::NoSuchAsset(_) => "no-such-asset",
            Self::Io { .. } => "io",
            Self::Sqlite(_) => "sqlite",
            Self::Defect(_) => "defect",
        }
    }

    fn explain(&self, language: Language) -> String {
        if language == Language::English {
            let advice = match self {
                Self::Missing(_) => "Check the path, or look for it under its new name.",
                Self::Exists(_) => "Choose another name, or open the existing file.",
                Self::NotAFile(_) => "Choose a file that ends in .sise.",
                Self::Foreign { .. } => "Choose a file that was saved by Sise.",
                Self::Newer { .. } => "Install the newer Sise to open it. The file was not touched.",
                Self::Damaged { .. } => {
                    "Recover what can be read, or use an earlier version. The file was not touched."
                }
                Self::ForeignSchema { .. } => "Do not use this file; ask the sender for the original.",
                Self::InUse { .. } => "Close it there first, or make a copy.",
                Self::NotWritable { .. } => "Save it under another name in a folder that you may write to.",
                Self::DiskFull(_) => "Free some space and save again; nothing you entered is lost.",
                Self::ChangedOutside(_) => "Take theirs, keep yours, or merge the two.",
                Self::WrongPassword(_) => "Type it again; without it nobody can open the copy.",
                Self::NothingToSalvage(_) => "Ask the sender for another copy. The file was not touched.",
                Self::NoSuchStep(_) => "Choose a later time.",
                Self::Record(error) => return error.explain(language),
                Self::Dangling { .. } => "Choose something that exists.",
                Self::NoSuchRow(_) | Self::NoSuchAsset(_) => {
                    "It may have been deleted. Reload and try again."
                }
                Self::Io { .. } => "Check the disk and try again.",
                Self::Sqlite(_) => "Close the project, open it again and repeat the step.",
                Self::Defect(_) => "Please report this.",
            };
            return format!("{self}. {advice}");
        }
        match self {
            Self::Missing(path) => format!("找不到文件 {}。请检查路径，或按新的名称查找。", path.display()),
            Self::Exists(path) => format!("{} 已存在。请换一个名称，或直接打开它。", path.display()),
            Self::NotAFile(path) => format!("{} 不是文件。请选择 .sise 项目文件。", path.display()),
            Self::Foreign { path, kind_chinese, .. } => {
                format!("{} 不是四色项目文件（{kind_chinese}）。请选择由四色保存的文件。", path.display())
            }
            Self::Newer { path, found, known } => format!(
                "{} 由更新版本的四色保存（格式 {found}，本程序支持到 {known}）。请安装新版后打开，文件未被改动。",
                path.display()
            ),
            Self::Damaged { path, detail } => {
                format!(
                    "{} 已损坏（{detail}）。可以抢救其中读得出的内容，或使用较早的版本；文件未被改动。",
                    path.display()
                )
            }
            Self::ForeignSchema { path, object } => {
                format!(
                    "{} 含有不属于项目的内容（{object}）。请不要使用它，向发送者索取原件。",
                    path.display()
                )
            }
            Self::InUse { path, holder } => {
                format!("{} 正在别处编辑（{holder}）。请先在那里关闭，或另存一份副本。", path.display())
            }
            Self::NotWritable { path, reason } => {
                format!(
                    "{} 无法写入（{reason}）。请另存到可以写入的文件夹，已录入的内容不会丢失。",
                    path.display()
                )
            }
            Self::DiskFull(path) => {
                format!("磁盘已满，{} 未能写入。请腾出空间后再保存，已录入的内容不会丢失。", path.display())
            }
            Self::ChangedOutside(path) => {
                format!(
                    "{} 在打开期间被其他程序改动过。请选择采用对方的、保留自己的，或合并两者。",
                    path.display()
                )
            }
            Self::WrongPassword(path) => {
                format!("密码打不开 {}。请重新输入；没有密码谁也无法打开。", path.display())
            }
            Self::NothingToSalvage(path) => {
                format!("从 {} 中读不出任何内容。请向发送者另要一份，文件未被改动。", path.display())
            }
            Self::NoSuchStep(at) => format!("操作记录中没有 {at} 及以前的步骤。请选择较晚的时间。"),
            Self::Record(error) => error.explain(language),
            Self::Dangling { row, .. } => {
                format!("{}引用的内容不存在。请重新选择。", row.table.label(language))
            }
            Self::NoSuchRow(row) => {
                format!("该{}已不存在，可能已被删除。请刷新后重试。", row.table.label(language))
            }
            Self::NoSuchAsset(_) => "项目中没有这张图片，可能已被删除。请重新选择。".to_owned(),
            Self::Io { path, source } => {
                format!("{} 读写失败（{source}）。请检查磁盘后重试。", path.display())
            }
            Self::Sqlite(error) => format!("项目数据库报告错误（{error}）。请关闭项目，重新打开后再试。"),
            Self::Defect(what) => format!("程序内部错误（{what}）。请反馈给开发者，已保存的内容不受影响。"),
        }
    }
}
