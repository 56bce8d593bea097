//! A folder with a project in it, prints made of it, and the independent readers that look at them.
//! Relies on the programs named in `PROGRAMS`; a missing one fails the test and says what to install.
//! Never shipped.

use api::{
    Attachment, CardLayout, ExportArgs, ExportReport, Ink, PrintFormat, PrintKind, ProjectFile, Session,
    Workspace, World,
};
use domain::{AnyRecord, RiskBasis, Snapshot};
use evaluation::{RiskPicture, risk_picture};
use export::content::{Edition, Phones, Source};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use testkit::FixedWorld;

/// Debian packages that hold the programs used here.
const PROGRAMS: &str = "apt-get install poppler-utils qpdf zbar-tools imagemagick";

pub struct Desk {
    folder: tempfile::TempDir,
    pub snapshot: Snapshot,
    pub picture: RiskPicture,
    edition: Edition,
}

impl Desk {
    /// The sample school.
    pub fn sample() -> Desk {
        let sample = api::sample_project().unwrap();
        Desk::of(sample.records, &[])
    }

    /// A project of these rows and pictures.
    pub fn of(records: Vec<AnyRecord>, pictures: &[Vec<u8>]) -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.sise");
        let workspace = Workspace::at(folder.path().join("data"));
        let world: Arc<dyn World> = Arc::new(FixedWorld::new(1));
        let attachments: Vec<Attachment> = pictures
            .iter()
            .map(|bytes| Attachment {
                sha256: String::new(),
                media_type: "image/png".to_owned(),
                bytes: bytes.clone(),
            })
            .collect();
        let actor = "测试".to_owned();
        let mut session = Session::create(&workspace, &path, records, &attachments, world, actor).unwrap();
        session.save().unwrap();
        session.close().map_err(|back| back.1).unwrap();
        let file = ProjectFile::read(&path).unwrap();
        let at = file.history(1).unwrap()[0].at.clone();
        let date = chrono::DateTime::parse_from_rfc3339(&at).unwrap().with_timezone(&chrono::Local);
        let edition = Edition { revision: file.revision, date: date.date_naive() };
        let snapshot = file.snapshot;
        let picture = risk_picture(&snapshot, RiskBasis::Existing);
        Desk { folder, snapshot, picture, edition }
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn project(&self) -> PathBuf {
        self.at("a.sise")
    }

    /// What the prints are made from, to compare them with.
    pub fn source(&self) -> Source<'_> {
        Source::new(&self.snapshot, &self.picture, self.edition, Phones::Masked)
    }

    /// What is asked for unless a test changes it.
    pub fn arguments(&self, out: &str, kinds: &[PrintKind], formats: &[PrintFormat]) -> ExportArgs {
        ExportArgs {
            job: "test".to_owned(),
            folder: self.at(out).display().to_string(),
            kinds: kinds.to_vec(),
            formats: formats.to_vec(),
            floors: None,
            points: None,
            map_size: None,
            theme: None,
            crop_marks: None,
            tile: None,
            pieces: None,
            stale: None,
            month: None,
            dangers: None,
            day: None,
            evacuation: None,
            card_layout: CardLayout::OnePerPage,
            dpi: 100,
            ink: Ink::Rgb,
            open_phones: false,
        }
    }

    pub fn print(&self, args: &ExportArgs) -> ExportReport {
        let file = ProjectFile::read(&self.project()).unwrap();
        let report = api::print_file(file, args, &mut |_| ControlFlow::Continue(())).unwrap();
        if let Some(keep) = std::env::var_os("SISE_KEEP_PRINTS") {
            let keep = PathBuf::from(keep).join(Path::new(&args.folder).file_name().unwrap());
            std::fs::create_dir_all(&keep).unwrap();
            for file in &report.files {
                let path = Path::new(&file.path);
                std::fs::copy(path, keep.join(path.file_name().unwrap())).unwrap();
            }
        }
        report
    }

    /// Prints with the usual arguments.
    pub fn prints(&self, out: &str, kinds: &[PrintKind], formats: &[PrintFormat]) -> ExportReport {
        self.print(&self.arguments(out, kinds, formats))
    }

    /// Files of a folder whose names begin with a dot: what should not be left behind.
    pub fn leftovers(&self, out: &str) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.at(out)) else { return Vec::new() };
        let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        names.filter(|name| name.starts_with('.')).collect()
    }
}

/// Runs a program and gives its output; one that is not there is an error, not a skipped test.
pub fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|e| panic!("{program} cannot be run ({e}); install it: {PROGRAMS}"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() || program == "compare", "{program} {arguments:?}: {text}{errors}");
    if program == "compare" { errors } else { text }
}

/// Text without any white space.
pub fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Text of a PDF, or of one of its pages, as poppler reads it, without white space.
pub fn text_of(path: &str, page: Option<usize>) -> String {
    let number = page.unwrap_or(1).to_string();
    let mut arguments = vec!["-raw"];
    if page.is_some() {
        arguments.extend(["-f", &number, "-l", &number]);
    }
    arguments.extend([path, "-"]);
    dense(&run("pdftotext", &arguments))
}

/// Every QR symbol on the pages of a PDF, as a scanner reads them, sorted.
pub fn symbols(path: &str, folder: &Path) -> Vec<String> {
    symbols_at(path, folder, 150)
}

/// The same from pictures of another resolution: boards are large, and their symbols with them.
pub fn symbols_at(path: &str, folder: &Path, dpi: u32) -> Vec<String> {
    let stem = folder.join("scan");
    run("pdftoppm", &["-r", &dpi.to_string(), "-png", path, stem.to_str().unwrap()]);
    let mut read: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let image = entry.unwrap().path();
        let name = image.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with("scan") && name.ends_with(".png") {
            read.extend(run("zbarimg", &["-q", "--raw", image.to_str().unwrap()]).lines().map(str::to_owned));
            std::fs::remove_file(&image).unwrap();
        }
    }
    read.sort();
    read
}
