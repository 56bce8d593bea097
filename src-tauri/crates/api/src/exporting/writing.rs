//! A printed file reaches its place whole and checked, or not at all.
//! Relies on rename being atomic within a folder, and on reading back what the disk holds.
//! Knows nothing of formats: the check is handed in.

use crate::error::ApiError;
use export::backend::reread::Mismatch;
use std::io::{Error, ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// Writes under another name beside `path`, reads that back, checks it, and only then renames it over `path`.
pub(super) fn write_checked(
    path: &Path,
    bytes: &[u8],
    check: impl FnOnce(&[u8]) -> Result<(), Mismatch>,
) -> Result<(), ApiError> {
    let failed = |error: &Error| unwritable(path, error);
    let folder = path.parent().filter(|own| !own.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".sise-").tempfile_in(folder).map_err(|e| failed(&e))?;
    file.write_all(bytes).map_err(|error| failed(&error))?;
    file.as_file().sync_all().map_err(|error| failed(&error))?;
    let mut back = Vec::with_capacity(bytes.len());
    file.seek(SeekFrom::Start(0)).map_err(|error| failed(&error))?;
    file.read_to_end(&mut back).map_err(|error| failed(&error))?;
    if back != bytes {
        return Err(failed(&Error::new(ErrorKind::InvalidData, "the disk gave back something else")));
    }
    check(&back).map_err(|mismatch| wrong(path, &mismatch))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Temporary files are private; a finished document is an ordinary file.
        let _ = file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644));
    }
    file.persist(path).map_err(|error| failed(&error.error))?;
    Ok(())
}

/// Makes the folder if it is not there.
pub(super) fn make_folder(folder: &Path) -> Result<(), ApiError> {
    std::fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))
}

fn unwritable(path: &Path, error: &Error) -> ApiError {
    let shown = path.display();
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::FileTooLarge | ErrorKind::QuotaExceeded => ApiError::new(
            "disk-full",
            format!("磁盘已满，{shown} 未能写入。请腾出空间后重试。"),
            format!("The disk is full, {shown} could not be written. Free some space and try again."),
        ),
        _ => ApiError::new(
            "not-writable",
            format!("{shown} 无法写入（{error}）。请关闭正在使用它的程序，或换一个可以写入的文件夹。"),
            format!(
                "{shown} cannot be written ({error}). Close the program that uses it, or choose a folder that you \
                 may write to."
            ),
        ),
    }
}

fn wrong(path: &Path, mismatch: &Mismatch) -> ApiError {
    let shown = path.display();
    ApiError::new(
        "print-damaged",
        format!("{shown} 写出后核对不符（{mismatch}），已放弃，请重试；若再次出现请反馈。"),
        format!(
            "{shown} was not as it should be when read back ({mismatch}) and was given up. Try again, and report this if it happens once more."
        ),
    )
}
