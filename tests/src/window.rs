//! The real window under test: started by WebKitWebDriver, driven by pointer and keys, ended with everything it started.
//! Relies on the built `sise-desktop` (feature `scripted-picker`) and on a display.
//! Knows nothing of what is tested. A window that does not answer ends the test or the bench: hence the panics.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::new_without_default, missing_docs)]

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long anything on the screen may take before the test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where the built programs are.
pub fn program(name: &str) -> PathBuf {
    let folder = std::env::var_os("SISE_BIN_DIR").map(PathBuf::from).unwrap_or_else(|| {
        let own = std::env::current_exe().unwrap();
        own.ancestors().nth(2).unwrap().to_owned()
    });
    let path = folder.join(name);
    assert!(path.exists(), "{} is not built; run `cargo xtask test`", path.display());
    path
}

/// A desk: a folder with the project, the user's data and the answers to file dialogs.
pub struct Desk {
    pub folder: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs `sise` here; its standard output.
    pub fn sise(&self, arguments: &[&str]) -> String {
        let output = Command::new(program("sise"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("SISE_DATA_DIR", self.at("cli-data"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Answers the next file dialogs with these paths, in order.
    pub fn will_pick(&self, paths: &[&Path]) {
        let lines: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
        std::fs::write(self.at("picks.txt"), lines.join("\n") + "\n").unwrap();
    }

    /// Opens the window, on a project if one is named.
    pub async fn window(&self, project: Option<&Path>) -> Window {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("SISE_DATA_DIR", self.at("data"))
            .env("SISE_TEST_PICK", self.at("picks.txt"))
            .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        #[cfg(unix)]
        {
            use std::os::unix::process::CommandExt as _;
            // A group of its own, so that the window can be ended together with the driver.
            command.process_group(0);
        }
        let driver = command.spawn().expect("WebKitWebDriver; install webkit2gtk-driver");
        let mut reachable = false;
        for _ in 0..400 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                reachable = true;
                break;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        assert!(reachable, "the driver did not start");
        let arguments: Vec<String> = project.iter().map(|path| path.display().to_string()).collect();
        let capabilities = json!({
            "webkitgtk:browserOptions": {"binary": program("sise-desktop"), "args": arguments}
        });
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a session with the window");
        Window { client, driver }
    }
}

/// The window.
pub struct Window {
    pub client: Client,
    driver: Child,
}

impl Drop for Window {
    fn drop(&mut self) {
        // A failed assertion must not leave the window running.
        #[cfg(unix)]
        let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", self.driver.id())]).status();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Window {
    /// Gives the window this size, as far as the display allows.
    pub async fn size(&self, width: u32, height: u32) {
        self.client.set_window_rect(0, 0, width, height).await.unwrap();
    }

    /// Closes the window the way a user does and waits until the program has ended.
    pub async fn close(self) {
        // The driver ends the program at once, without the question that a window manager asks; so this waits like a
        // user who looks for the word that all is saved.
        self.until(
            "the project to be saved",
            "document.querySelector('[data-testid=\"saved-chip\"]')?.dataset.state !== 'soon'",
        )
        .await;
        let _ = self.client.close_window().await;
        let begin = Instant::now();
        while self.process().is_some() && begin.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The process group of the driver, the program and all that it started.
    pub fn group(&self) -> u32 {
        self.driver.id()
    }

    /// The program's own process, while it runs.
    pub fn process(&self) -> Option<u32> {
        let found = Command::new("pgrep").args(["-g", &self.group().to_string(), "sise-desktop"]).output();
        String::from_utf8(found.ok()?.stdout).ok()?.lines().next()?.trim().parse().ok()
    }

    /// What a script in the page gives.
    pub async fn ask(&self, script: &str) -> Value {
        self.client
            .execute(&format!("return ({script})"), Vec::new())
            .await
            .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until a script in the page gives true.
    pub async fn until(&self, what: &str, script: &str) {
        let begin = Instant::now();
        loop {
            if self.ask(script).await == Value::Bool(true) {
                return;
            }
            if begin.elapsed() > PATIENCE {
                self.shot("given-up").await;
                panic!("waited in vain: {what}");
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until no call is under way and the page has drawn what it got.
    pub async fn settle(&self) {
        self.until("calls to end", "window.siseTest.pending() === 0").await;
        let drawn = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";
        let _: Result<Value, CmdError> = self.client.execute_async(drawn, Vec::new()).await;
    }

    /// The first element with this selector, waited for.
    pub async fn find(&self, selector: &str) -> Element {
        let begin = Instant::now();
        loop {
            match self.client.find(Locator::Css(selector)).await {
                Ok(element) => return element,
                Err(error) if begin.elapsed() > PATIENCE => {
                    self.shot("given-up").await;
                    panic!("{selector}: {error}");
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(30)).await,
            }
        }
    }

    /// The element that acts for `id`.
    pub async fn by_id(&self, id: &str) -> Element {
        self.find(&format!("[data-testid=\"{id}\"]")).await
    }

    /// Clicks what acts for `id`.
    pub async fn click(&self, id: &str) {
        self.click_on(&format!("[data-testid=\"{id}\"]")).await;
    }

    /// Clicks what this selector names; tries again while something is in front of it.
    pub async fn click_on(&self, selector: &str) {
        let begin = Instant::now();
        loop {
            match self.find(selector).await.click().await {
                Ok(()) => break,
                Err(error) if begin.elapsed() > PATIENCE => {
                    self.shot("given-up").await;
                    panic!("click on {selector}: {error}");
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
        self.settle().await;
    }

    /// Text of what acts for `id`.
    pub async fn text(&self, id: &str) -> String {
        self.by_id(id).await.text().await.unwrap()
    }

    /// Puts the text into the field that acts for `id` and commits it.
    pub async fn fill(&self, id: &str, text: &str) {
        let element = self.by_id(id).await;
        element.click().await.unwrap();
        let all = KeyActions::new("keys".to_owned())
            .then(KeyAction::Down { value: Key::Control.into() })
            .then(KeyAction::Down { value: 'a' })
            .then(KeyAction::Up { value: 'a' })
            .then(KeyAction::Up { value: Key::Control.into() });
        self.client.perform_actions(all).await.unwrap();
        element.send_keys(text).await.unwrap();
        element.send_keys(&char::from(Key::Tab).to_string()).await.unwrap();
        self.settle().await;
    }

    /// Presses a key with modifiers.
    pub async fn press(&self, modifiers: &[Key], key: char) {
        let mut keys = KeyActions::new("keys".to_owned());
        for modifier in modifiers {
            keys = keys.then(KeyAction::Down { value: (*modifier).into() });
        }
        keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        for modifier in modifiers {
            keys = keys.then(KeyAction::Up { value: (*modifier).into() });
        }
        self.client.perform_actions(keys).await.unwrap();
        self.settle().await;
    }

    /// Where a place of the shown floor (mm) is in the window (CSS pixels).
    pub async fn place(&self, x: f64, y: f64) -> (f64, f64) {
        let found = self.ask(&format!("window.siseTest.worldToClient({x}, {y})")).await;
        (found["x"].as_f64().unwrap(), found["y"].as_f64().unwrap())
    }

    /// Clicks at places of the floor, one after the other.
    pub async fn click_places(&self, places: &[(f64, f64)]) {
        for (x, y) in places {
            let (x, y) = self.place(*x, *y).await;
            let pointer = MouseActions::new("mouse".to_owned())
                .then(PointerAction::MoveTo { duration: Some(Duration::from_millis(30)), x, y })
                .then(PointerAction::Down { button: 0 })
                .then(PointerAction::Up { button: 0 });
            self.client.perform_actions(pointer).await.unwrap();
        }
        self.settle().await;
    }

    /// Clicks the middle of what this selector names, for shapes that the driver does not take for elements.
    pub async fn click_middle(&self, selector: &str) {
        let middle = self
            .ask(&format!(
                "(() => {{ const box = document.querySelector('{selector}').getBoundingClientRect(); return {{x: box.x + box.width / 2, y: box.y + box.height / 2}}; }})()"
            ))
            .await;
        let pointer = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo {
                duration: Some(Duration::from_millis(30)),
                x: middle["x"].as_f64().unwrap(),
                y: middle["y"].as_f64().unwrap(),
            })
            .then(PointerAction::Down { button: 0 })
            .then(PointerAction::Up { button: 0 });
        self.client.perform_actions(pointer).await.unwrap();
        self.settle().await;
    }

    /// Drags from one place of the floor to another, through places between.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let (x0, y0) = self.place(from.0, from.1).await;
        let (x1, y1) = self.place(to.0, to.1).await;
        let mut pointer = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: Some(Duration::from_millis(20)), x: x0, y: y0 })
            .then(PointerAction::Down { button: 0 });
        for step in 1..=8 {
            let part = f64::from(step) / 8.0;
            pointer = pointer.then(PointerAction::MoveTo {
                duration: Some(Duration::from_millis(20)),
                x: x0 + (x1 - x0) * part,
                y: y0 + (y1 - y0) * part,
            });
        }
        pointer = pointer.then(PointerAction::Up { button: 0 });
        self.client.perform_actions(pointer).await.unwrap();
        self.settle().await;
    }

    /// Keeps a picture of the window beside the test's output, for people to look at.
    pub async fn shot(&self, name: &str) {
        let folder = std::env::var_os("SISE_SHOTS")
            .map(PathBuf::from)
            .unwrap_or_else(|| std::env::current_exe().unwrap().ancestors().nth(2).unwrap().join("shots"));
        std::fs::create_dir_all(&folder).unwrap();
        let picture = tokio::time::timeout(PATIENCE, self.client.screenshot()).await;
        if let Ok(Ok(picture)) = picture {
            std::fs::write(folder.join(format!("{name}.png")), picture).unwrap();
        }
    }
}
