//! An import that the user gives up at any of its stages, the last one before writing among them: nothing of it is kept.

use crate::ROOMS;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, OnceLock};
use testkit::FixedWorld;

/// Gives the import up when it hears of a stage.
struct Hasty {
    app: Arc<OnceLock<Arc<api::App>>>,
    at: Arc<Mutex<String>>,
    heard: Arc<Mutex<Vec<String>>>,
}

impl api::Listener for Hasty {
    fn progress(&self, progress: &api::Progress) {
        self.heard.lock().unwrap().push(progress.what.chinese.clone());
        if *self.at.lock().unwrap() == progress.what.chinese {
            let job = json!({ "job": progress.job });
            api::call(self.app.get().unwrap(), "cancel-job", &job.to_string()).unwrap();
        }
    }
}

#[test]
fn an_import_that_is_given_up_leaves_nothing_at_any_stage() {
    let folder = tempfile::tempdir().unwrap();
    let drawing = folder.path().join("rooms.dxf");
    std::fs::write(&drawing, ROOMS).unwrap();
    let (own, at, heard) =
        (Arc::default(), Arc::<Mutex<String>>::default(), Arc::<Mutex<Vec<String>>>::default());
    let hasty = Hasty { app: Arc::clone(&own), at: Arc::clone(&at), heard: Arc::clone(&heard) };
    let workspace = store::Workspace::at(folder.path().join("data"));
    let app = Arc::new(api::App::new(workspace, Arc::new(FixedWorld::new(7)), Box::new(hasty)));
    own.set(Arc::clone(&app)).ok().unwrap();
    let call = |name: &str, args: Value| -> Result<Value, api::ApiError> {
        Ok(serde_json::from_str(&api::call(&app, name, &args.to_string())?).unwrap())
    };
    let path = folder.path().join("a.sise");
    call("new-project", json!({"path": path, "project": {"name": "学校", "kind": "school"}})).unwrap();
    let import = |job: &str| {
        let floor = json!({"type": "new", "name": "新层", "building": null, "campus": null, "storey": 1});
        let options = json!({"unit": null, "millimetres_per_unit": null, "layers": null, "hidden": false,
            "no_texts": false, "tolerance": null, "page": null, "dpi": null, "scale": null, "level": null,
            "rooms": true, "gap": null});
        call("import-drawing", json!({"job": job, "path": drawing, "options": options, "floor": floor}))
    };
    let state = || call("save", json!({})).unwrap()["revision"].as_i64().unwrap();

    let before = state();
    for (number, stage) in ["读取文件", "展开图形", "查找房间", "写入项目"].into_iter().enumerate()
    {
        stage.clone_into(&mut at.lock().unwrap());
        heard.lock().unwrap().clear();
        let refusal = import(&format!("job {number}")).unwrap_err();
        assert_eq!(refusal.code, "cancelled", "{stage}");
        assert_eq!(heard.lock().unwrap().last().map(String::as_str), Some(stage));
        assert_eq!(state(), before, "{stage}");
    }
    // The next one is a job of its own, even under a name that was given up once.
    at.lock().unwrap().clear();
    let done = import("job 3").unwrap();
    assert_eq!(done["report"]["rooms_found"], 2);
    assert_eq!(state(), before + 1);
}
