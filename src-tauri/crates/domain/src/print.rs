//! What a project keeps about its prints: their look, texts changed on one piece, what hangs on the wall, own signs.
//! Relies on pieces being named by kind and subject as words, so that a deleted point does not take its record along.
//! Knows nothing of how anything is printed; what a piece says is worked out, never stored before it hangs.

use crate::record::LONGEST_NAME;
use chrono::NaiveDate;

/// Longest drawing that is kept as text, in characters.
const LONGEST_DRAWING: usize = 20_000;

vocabulary! {
    /// 「字体」 What the prints are set in.
    pub enum Typeface {
        /// 「黑体」 Everything in sans.
        Sans = "sans", "黑体", "sans";
        /// 「宋体标题」 Titles in serif, all else in sans.
        SerifTitles = "serif-titles", "宋体标题，黑体正文", "serif titles, sans text";
        /// 「宋体」 Everything in serif.
        Serif = "serif", "宋体", "serif";
    }
}

record! {
    /// 「印制样式」 A finished theme and what this organisation changes of it. One row; without one the plain theme.
    pub struct PrintStyle(PrintStyleId) {
        /// Short name of the theme it begins with.
        theme: String, "主题", "theme";
        /// Ground of bars, `#rrggbb`; empty as in the theme.
        ink: String, "主色", "main colour";
        /// Rules and marks, `#rrggbb`; empty as in the theme.
        accent: String, "辅色", "second colour";
        /// Ground of panels, `#rrggbb`; empty as in the theme.
        ground: String, "底色", "ground colour";
        /// 「单位名称」 as printed; empty as in the project.
        name: String, "印制单位名称", "printed name";
        /// 「校徽文字」 One to four characters; empty for the short name.
        badge: String, "校徽文字", "badge";
        /// 「校徽图形」 SVG; empty for none.
        emblem: String, "校徽图形", "emblem";
        /// 「宣传语」 Empty as in the theme.
        slogan: String, "宣传语", "slogan";
        /// 「页脚」 Empty as in the theme.
        footer: String, "页脚", "footer";
        /// 「字体」 Nothing as in the theme.
        typeface: Option<Typeface>, "字体", "typeface";
    } check(it, checks) {
        checks.name("theme", &it.theme)?;
        for (column, colour) in [("ink", &it.ink), ("accent", &it.accent), ("ground", &it.ground)] {
            let whole = colour.is_empty() || rgb_of(colour).is_some();
            checks.own(column, whole, "must look like #1a2b3c", "应形如 #1a2b3c")?;
        }
        checks.short("name", &it.name)?;
        checks.at_most("badge", &it.badge, 4)?;
        checks.at_most("emblem", &it.emblem, LONGEST_DRAWING)?;
        checks.at_most("slogan", &it.slogan, 40)?;
        checks.at_most("footer", &it.footer, LONGEST_NAME)?;
    }
}

record! {
    /// 「改写」 A text that one piece says otherwise than the model.
    pub struct PrintText(PrintTextId) {
        /// Name of the kind.
        kind: String, "印件", "kind";
        /// Which piece of the kind.
        subject: String, "对象", "piece";
        /// Which text of the piece.
        field: String, "位置", "place";
        /// What the model said when it was changed: another text there means that the change needs a look.
        source: String, "原文", "original";
        /// What the piece says.
        text: String, "改写为", "text";
    } check(it, checks) {
        checks.name("kind", &it.kind)?;
        checks.short("subject", &it.subject)?;
        checks.name("field", &it.field)?;
        checks.given("text", &it.text)?;
    }
}

record! {
    /// 「已印制」 What hangs: a record of paper, which no later edit changes. It copies what the piece said, so that it can be
    /// told what is different today.
    pub struct PrintedPiece(PrintedPieceId) {
        /// Name of the kind.
        kind: String, "印件", "kind";
        /// Which piece of the kind.
        subject: String, "对象", "piece";
        /// What it was called.
        title: String, "名称", "title";
        /// The version of its content, as printed on it.
        version: String, "内容版本", "content version";
        /// What it said, a line for each text.
        content: String, "内容", "content";
        /// 「印制日期」
        printed_on: Option<NaiveDate>, "印制日期", "printed on";
        /// 「现场照片」 The fingerprint of its picture on the wall, or the number of one that lies elsewhere; may be empty.
        photo: String, "现场照片", "photograph";
    } check(it, checks) {
        checks.name("kind", &it.kind)?;
        checks.short("subject", &it.subject)?;
        checks.short("title", &it.title)?;
        checks.name("version", &it.version)?;
        checks.short("photo", &it.photo)?;
    }
}

vocabulary! {
    /// 「标志类别」 in the order in which signs hang side by side.
    pub enum SignFamily {
        /// 「警告」 yellow triangle.
        Warning = "warning", "警告标志", "warning";
        /// 「禁止」 red ring with a bar.
        Prohibition = "prohibition", "禁止标志", "prohibition";
        /// 「指令」 blue disc.
        Mandatory = "mandatory", "指令标志", "mandatory";
        /// 「提示」 green square.
        SafeCondition = "safe-condition", "提示标志", "safe condition";
    }
}

record! {
    /// 「自备标志」 A safety sign of the organisation's own, instead of a shipped one or beside them.
    pub struct OwnSign(OwnSignId) {
        /// Short name of the shipped sign that it stands for; empty for one more.
        replaces: String, "替换", "instead of";
        /// 「类别」
        family: SignFamily, "标志类别", "family";
        /// 「名称」
        name: String, "名称", "name";
        /// Its drawing, SVG.
        drawing: String, "图形", "drawing";
        /// Codes of accident types whose cards show it, between commas.
        accidents: String, "适用事故类型", "accident types";
    } check(it, checks) {
        checks.short("replaces", &it.replaces)?;
        checks.name("name", &it.name)?;
        checks.given("drawing", &it.drawing)?;
        checks.at_most("drawing", &it.drawing, LONGEST_DRAWING)?;
        checks.short("accidents", &it.accidents)?;
    }
}

/// Red, green, blue of `#rrggbb`.
pub fn rgb_of(colour: &str) -> Option<[u8; 3]> {
    let digits = colour
        .strip_prefix('#')
        .filter(|own| own.len() == 6 && own.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    Some([red, green, blue])
}

#[cfg(test)]
mod tests {
    use super::rgb_of;

    #[test]
    fn colours_are_six_digits() {
        assert_eq!(rgb_of("#1A2b3c"), Some([0x1a, 0x2b, 0x3c]));
        for wrong in ["", "#fff", "1a2b3c", "#1a2b3g", "#1a2b3c0", "#红红", "#+1a2b3"] {
            assert_eq!(rgb_of(wrong), None, "{wrong}");
        }
    }
}
