//! Workbooks of any length, for what happens to long lists.
//! Relies on the writer of `export`, since only their size matters.
//! Never shipped.

use export::backend::{unwatched, xlsx};
use export::layout::{Sheet, SheetCell, Timestamp, Workbook};

/// A risk list of so many rows, five hazards to a point, every row scored by LEC.
pub fn list_workbook(rows: usize) -> anyhow::Result<Vec<u8>> {
    let titles = [
        "编号",
        "类型",
        "名称",
        "所在位置",
        "作业步骤",
        "危险源",
        "事故类型",
        "L",
        "E",
        "C",
        "D",
        "风险等级",
        "工程技术措施",
        "管理措施",
        "培训教育措施",
        "个体防护措施",
        "应急处置措施",
        "责任部门",
        "责任人",
    ];
    let mut sheet = Sheet::new("清单", vec![20.0; titles.len()]);
    sheet.header = vec![titles.iter().map(|title| SheetCell::text(*title)).collect()];
    sheet.rows = (0..rows)
        .map(|row| {
            let (point, hazard) = (row / 5, row % 5);
            let cells = [
                format!("QD-S-{point:05}"),
                "设备设施".to_owned(),
                format!("设备 {point}"),
                format!("{} 号楼", point % 30),
                format!("步骤 {hazard}"),
                format!("第 {hazard} 种危险：防护罩缺失、旋转部件绞入"),
                ["机械伤害", "触电", "火灾"][row % 3].to_owned(),
                ["1", "3", "6"][row % 3].to_owned(),
                "6".to_owned(),
                ["7", "15"][row % 2].to_owned(),
                "270".to_owned(),
                ["较大", "橙色", "B/2级", "Ⅱ级"][row % 4].to_owned(),
                "防护罩与主轴联锁；急停按钮完好".to_owned(),
                "操作规程上墙".to_owned(),
                "三级安全教育".to_owned(),
                "护目镜".to_owned(),
                "断电、止血、报告".to_owned(),
                format!("第 {} 学院", point % 20),
                format!("教师 {}", point % 60),
            ];
            cells.into_iter().map(SheetCell::text).collect()
        })
        .collect();
    let workbook = Workbook {
        title: "清单".to_owned(),
        author: String::new(),
        created: Timestamp::EPOCH,
        sheets: vec![sheet],
    };
    Ok(xlsx::write(&workbook, &mut unwatched)?)
}

/// A list of so many rows with nothing but code and name.
pub fn long_workbook(rows: usize) -> anyhow::Result<Vec<u8>> {
    let mut sheet = Sheet::new("清单", vec![20.0; 2]);
    sheet.header = vec![["编号", "名称"].map(SheetCell::text).to_vec()];
    sheet.rows = (0..rows).map(|_| vec![SheetCell::text("A"), SheetCell::text("B")]).collect();
    let workbook = Workbook {
        title: "清单".to_owned(),
        author: String::new(),
        created: Timestamp::EPOCH,
        sheets: vec![sheet],
    };
    Ok(xlsx::write(&workbook, &mut unwatched)?)
}
