//! Writing files for the user: whole or not at all.
//! Relies on rename being atomic within a folder.
//! Knows nothing of what is written.

use crate::error::ApiError;
use std::io::Write as _;
use std::path::Path;

/// Writes a file under another name beside `path` and renames it over `path`. On an error what was there stays.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), ApiError> {
    let failed = |error: &std::io::Error| {
        let shown = path.display();
        match error.kind() {
            std::io::ErrorKind::StorageFull
            | std::io::ErrorKind::FileTooLarge
            | std::io::ErrorKind::QuotaExceeded => ApiError::new(
                "disk-full",
                format!("磁盘已满，{shown} 未能写入。请腾出空间后重试。"),
                format!("The disk is full, {shown} could not be written. Free some space and try again."),
            ),
            _ => ApiError::new(
                "not-writable",
                format!("{shown} 无法写入（{error}）。请换一个可以写入的文件夹。"),
                format!("{shown} cannot be written ({error}). Choose a folder that you may write to."),
            ),
        }
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    let mut file =
        tempfile::Builder::new().prefix(".sise-").tempfile_in(folder).map_err(|error| failed(&error))?;
    file.write_all(bytes).map_err(|error| failed(&error))?;
    file.as_file().sync_all().map_err(|error| failed(&error))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Temporary files are private; a finished document is an ordinary file.
        let _ = file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644));
    }
    file.persist(path).map_err(|error| failed(&error.error))?;
    Ok(())
}
