//! Endless but always equal Chinese filler from words of the field.
//! Relies on nothing.
//! Must not know: layout.

const WORDS: &[&str] = &[
    "卡盘防护罩缺失",
    "旋转部件绞入",
    "机械伤害",
    "触电",
    "物体打击",
    "高处坠落",
    "火灾",
    "容器爆炸",
    "中毒和窒息",
    "起重伤害",
    "防护罩联锁",
    "急停按钮",
    "操作规程上墙",
    "师徒比不超过1:8",
    "三级教育考核合格后上机",
    "护目镜",
    "紧身工装",
    "禁戴手套",
    "按急停，断开总电源",
    "止血包扎，不强拉肢体",
    "拨打120",
    "报告值班6390-0110",
    "每班点检",
    "温度不超过60℃",
    "噪声≤85 dB(A)",
    "电压380 V",
    "压力0.8 MPa",
    "安全阀定期校验",
    "接地电阻≤4 Ω",
    "通道宽度不小于1.2 m",
    "动火作业审批",
    "气瓶间距不小于5 m",
    "漏电保护器动作电流30 mA",
    "部门级管控",
    "班组每日巡查",
    "设备设施",
    "作业活动",
    "机加工实训中心",
    "焊接实训室",
    "砂轮打磨间",
    "空压站",
    "配电室",
    "危险化学品暂存间",
    "按GB/T 33000-2016执行",
];

/// A small generator: the same seed gives the same numbers on every machine.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % n
    }

    /// One word or phrase.
    pub fn word(&mut self) -> &'static str {
        WORDS[self.below(WORDS.len())]
    }

    /// Words joined by commas, about `characters` long.
    pub fn sentence(&mut self, characters: usize) -> String {
        let mut text = String::new();
        while text.chars().count() < characters {
            if !text.is_empty() {
                text.push(if self.below(3) == 0 { '；' } else { '，' });
            }
            text.push_str(self.word());
            // Rarer characters, so that the fonts have to carry a realistic number of glyphs.
            for _ in 0..self.below(3) {
                text.push(char::from_u32(0x4e00 + (self.below(1200) * 17) as u32).unwrap());
            }
        }
        text.push('。');
        text
    }
}
