//! The program `sise`: what the window can do, from a terminal and in scripts.
//! Relies on `api` for every answer; exit code 0 is fine, 1 means problems were found, 2 that it could not run.
//! Knows no rule of its own.

mod commands;
mod output;

use clap::{Parser, Subcommand, ValueEnum};
use output::Output;
use std::process::ExitCode;

/// 四色：双重预防体系工作台的命令行程序 (Sise: dual-prevention workbench, from the terminal).
#[derive(Debug, Parser)]
#[command(name = "sise", version, disable_help_subcommand = true)]
struct Arguments {
    /// 输出语言 (language of messages).
    #[arg(long, global = true, value_enum)]
    lang: Option<Lang>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Lang {
    Zh,
    En,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// 新建项目 (make a project: empty, from a bundle, or the sample).
    New(commands::new::New),
    /// 项目概要 (what a project file is, in figures).
    Info(commands::info::Info),
    /// 推算等级 (levels of points, zones, floors, buildings, departments).
    Levels(commands::levels::Levels),
    /// 按准则计分 (score values by a method; without a project).
    Score(commands::score::Score),
    /// 评价准则一览 (the rating presets that Sise ships).
    Presets(commands::presets::Presets),
    /// 导出评分表 (a spreadsheet for each assessor).
    Sheets(commands::sheets::Sheets),
    /// 导入评分表 (take assessors' sheets; exit code 1 if a row was refused).
    Assess(commands::assess::Assess),
    /// 风险库一览 (the risk library).
    Library(commands::library::Library),
    /// 比较两个轮次 (new, gone, raised and lowered points between two approved rounds).
    DiffRounds(commands::diff_rounds::DiffRounds),
    /// 体检 (what is missing or does not fit; exit code 1 if there is an error).
    Check(commands::check::Check),
    /// 态势 (where the project stands: counts, weak points, the nine steps).
    Overview(commands::overview::Overview),
    /// 清单 (a list of the project, as JSON or xlsx).
    List(commands::list::List),
    /// 导入清单 (take somebody's Excel list in; exit code 1 if rows were refused).
    ImportList(commands::import_list::ImportList),
    /// 导出数据包 (write the bundle for the regulator).
    Bundle(commands::bundle::Bundle),
    /// 校验数据包 (check a bundle; exit code 1 if anything is wrong).
    Verify(commands::verify::Verify),
    /// 打印 (maps, notice cards and ledgers as files; exit code 1 if something could not be printed as it is).
    Export(commands::export::Export),
    /// 印件种类 (what can be printed, with sizes and formats).
    Kinds(commands::kinds::Kinds),
    /// 过期印件 (prints on the wall that are out of date; exit code 1 when there are any).
    Stale(commands::stale::Stale),
    /// 登记已印制 (record that prints hang as they are today).
    MarkPrinted(commands::mark_printed::MarkPrinted),
    /// 楼层 (floors with their scale and what is drawn on them).
    Floors(commands::floors::Floors),
    /// 导入图纸 (bring a drawing onto a floor, as one step).
    ImportPlan(commands::import_plan::ImportPlan),
    /// 导出平面图 (plans as DXF, GeoJSON and SVG for other programs).
    ExportPlan(commands::export_plan::ExportPlan),
    /// 操作记录 (who did what, when, from what to what).
    History(commands::history::History),
    /// 合并 (merge two copies into one; exit code 1 if they disagree and nothing is preferred).
    Merge(commands::merge::Merge),
    /// 比较 (what makes one project out of another; exit code 1 if they differ).
    Diff(commands::diff::Diff),
    /// 抢救 (a whole project of what there is of a damaged one; exit code 1 if something is missing).
    Recover(commands::recover::Recover),
    /// 副本 (a checked copy, byte for byte or clean).
    Copy(commands::copy::Copy),
    /// 历史版本 (versions kept outside the file, with their sizes).
    Versions(commands::versions::Versions),
    /// 隐患一览 (hidden dangers with state, deadline and whether they are overdue).
    Dangers(commands::dangers::Dangers),
    /// 处置隐患 (one step with a hidden danger; exit code 1 if a rule forbids it).
    Danger(commands::danger::Danger),
    /// 收取检查结果 (take a folder of result files; exit code 1 if any was refused).
    Inbox(commands::inbox::Inbox),
    /// 隐患统计 (rates of inspection and rectification over a period).
    Statistics(commands::statistics::Statistics),
    /// 修改 (one field of a risk point, durable when it answers).
    Set(commands::set::Set),
    /// 排查计划 (the inspection tasks of a month).
    Plan(commands::plan::Plan),
    /// 排查任务 (the inspection tasks that are due on a day, with where they stand).
    Tasks(commands::tasks::Tasks),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language = match arguments.lang {
        Some(Lang::Zh) => api::Language::Chinese,
        Some(Lang::En) => api::Language::English,
        None => output::language_of_environment(),
    };
    let output = Output::new(language);
    let result = match arguments.command {
        Command::New(command) => command.run(&output),
        Command::Info(command) => command.run(&output),
        Command::Levels(command) => command.run(&output),
        Command::Score(command) => command.run(&output),
        Command::Presets(command) => command.run(&output),
        Command::Sheets(command) => command.run(&output),
        Command::Assess(command) => command.run(&output),
        Command::Library(command) => command.run(&output),
        Command::DiffRounds(command) => command.run(&output),
        Command::Check(command) => command.run(&output),
        Command::Overview(command) => command.run(&output),
        Command::List(command) => command.run(&output),
        Command::ImportList(command) => command.run(&output),
        Command::Bundle(command) => command.run(&output),
        Command::Verify(command) => command.run(&output),
        Command::Export(command) => command.run(&output),
        Command::Kinds(command) => command.run(&output),
        Command::Stale(command) => command.run(&output),
        Command::MarkPrinted(command) => command.run(&output),
        Command::Floors(command) => command.run(&output),
        Command::ImportPlan(command) => command.run(&output),
        Command::ExportPlan(command) => command.run(&output),
        Command::History(command) => command.run(&output),
        Command::Merge(command) => command.run(&output),
        Command::Diff(command) => command.run(&output),
        Command::Recover(command) => command.run(&output),
        Command::Copy(command) => command.run(&output),
        Command::Versions(command) => command.run(&output),
        Command::Dangers(command) => command.run(&output),
        Command::Danger(command) => command.run(&output),
        Command::Inbox(command) => command.run(&output),
        Command::Statistics(command) => command.run(&output),
        Command::Set(command) => command.run(&output),
        Command::Plan(command) => command.run(&output),
        Command::Tasks(command) => command.run(&output),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            output.error(&error);
            ExitCode::from(2)
        }
    }
}
