//! What a layer or a feature seems to be, guessed from its name in Chinese or English.
//! Relies on lists of words that drawing offices and map makers use.
//! Must not know: shapes.

use serde::{Deserialize, Serialize};

/// What a line or an area of a drawing seems to stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// 「墙」
    Wall,
    /// 「门」 Also layers that hold doors and windows together.
    Door,
    /// 「窗」
    Window,
    /// 「楼梯」
    Stair,
    /// 「电梯」
    Lift,
    /// 「柱」
    Column,
    /// 「家具、设备、洁具」
    Furniture,
    /// 「房间」 A room, a corridor, any space one can be in.
    Room,
    /// 「实体」 A space nobody can enter: a shaft, a void.
    Solid,
    /// 「轮廓」 The outline of a building, a floor or a site.
    Outline,
    /// 「道路」
    Road,
    /// 「绿地」
    Green,
    /// 「水面」
    Water,
    /// 「运动场地」
    Sports,
    /// 「轴线」
    Axis,
    /// 「标注」
    Dimension,
    /// 「文字」
    Text,
    /// 「填充」
    Hatch,
    /// Not to be told from its name.
    #[default]
    Other,
}

/// The words of a role: Chinese ones anywhere in a name; whole English words; beginnings of English words.
struct Words {
    role: Role,
    chinese: &'static [&'static str],
    whole: &'static [&'static str],
    beginnings: &'static [&'static str],
}

/// In order: what is written *about* a wall comes before the wall, the lift (电梯) before the stair (梯).
const WORDS: &[Words] = &[
    Words {
        role: Role::Text,
        chinese: &["文字", "编号", "名称", "房间名", "图名", "说明", "注释", "图框", "图签", "字体"],
        whole: &["TXT", "ANNO", "NAME", "NAMES", "IDEN", "SYMB", "TITLE", "TTLB", "NUMBER", "WALLTEXT"],
        beginnings: &["TEXT", "NOTE", "LABEL", "ANNOT"],
    },
    Words {
        role: Role::Dimension,
        chinese: &["标注", "尺寸", "标高", "索引"],
        whole: &["DIM", "DIMS", "DIMN"],
        beginnings: &["DIMENSION", "LEADER", "INDEX"],
    },
    Words {
        role: Role::Axis,
        chinese: &["轴线", "轴网", "轴号", "轴圈", "中心线", "中线"],
        whole: &["AXIS", "AXES", "DOTE", "GRID", "CENTER", "CENTRE", "CENTERLINE"],
        beginnings: &["AXIS"],
    },
    Words {
        role: Role::Hatch,
        chinese: &["填充", "图案", "铺装"],
        whole: &["PATT", "FILL", "PAT"],
        beginnings: &["HATCH"],
    },
    Words {
        role: Role::Lift,
        chinese: &["电梯", "扶梯"],
        whole: &["EVTR", "LIFT", "LIFTS", "ESCALATOR", "ESCALATORS"],
        beginnings: &["ELEVATOR"],
    },
    Words {
        role: Role::Stair,
        chinese: &["楼梯", "梯段", "台阶", "踏步", "坡道"],
        whole: &["STRS", "STEPS", "STEP", "RAMP"],
        beginnings: &["STAIR"],
    },
    Words {
        role: Role::Door,
        chinese: &["门", "卷帘"],
        whole: &["DR", "GATE", "OPENING", "OPENINGS"],
        beginnings: &["DOOR"],
    },
    Words {
        role: Role::Window,
        chinese: &["窗", "玻璃", "幕墙"],
        whole: &["WIN", "WIND", "WINS", "GLAZ", "CURTAIN", "CWALL", "CURTWALL"],
        beginnings: &["WINDOW", "GLAZ", "GLASS"],
    },
    Words {
        role: Role::Column,
        chinese: &["柱"],
        whole: &["COL", "COLS", "PILLAR", "PIER"],
        beginnings: &["COLUMN"],
    },
    Words {
        role: Role::Wall,
        chinese: &["墙", "隔断", "砌体", "剪力", "女儿墙"],
        whole: &["PRTN", "PLASTER", "CONCR", "CONCRETE", "PARTITION", "PARTITIONS", "BRICK"],
        beginnings: &["WALL"],
    },
    Words {
        role: Role::Furniture,
        chinese: &[
            "家具", "设备", "洁具", "卫浴", "卫生", "桌", "椅", "床", "柜", "厨具", "电器", "机械", "机床",
            "货架",
        ],
        whole: &[
            "EQPM", "EQPT", "EQUIP", "FIXT", "PFIX", "SAN", "SANR", "LVTRY", "CASE", "APPL", "DESK", "DESKS",
            "CHAIR", "CHAIRS", "TABLE", "TABLES", "BED", "BEDS", "MACHINE",
        ],
        beginnings: &["FURN", "EQUIPMENT", "SANIT", "FIXTURE", "APPLIANCE"],
    },
    Words {
        role: Role::Room,
        chinese: &["房间", "空间", "分区", "区域", "走廊", "走道", "教室", "办公"],
        whole: &["RM", "RMS", "AREA", "AREAS", "ZONE", "ZONES", "CORRIDOR"],
        beginnings: &["ROOM", "SPACE"],
    },
    Words {
        role: Role::Sports,
        chinese: &["运动", "操场", "球场", "跑道", "体育"],
        whole: &["PITCH", "TRACK", "COURT", "PLAYGROUND"],
        beginnings: &["SPORT"],
    },
    Words {
        role: Role::Green,
        chinese: &["绿", "草", "树", "植", "花坛", "园林", "景观"],
        whole: &["GRASS", "PLANT", "PLANTS", "PLNT", "TREE", "TREES", "LAWN", "GARDEN"],
        beginnings: &["GREEN", "LANDSCAP"],
    },
    Words {
        role: Role::Water,
        chinese: &["水面", "水体", "水池", "水系", "河", "湖", "泳池"],
        whole: &["WATR", "POND", "RIVER", "LAKE", "POOL"],
        beginnings: &["WATER"],
    },
    Words {
        role: Role::Road,
        chinese: &["道路", "路", "车道", "停车", "广场"],
        whole: &["PVMT", "PARKING", "PKNG", "STREET", "SIDEWALK"],
        beginnings: &["ROAD", "PAV", "HIGHWAY"],
    },
    Words {
        role: Role::Outline,
        chinese: &["轮廓", "外边", "用地", "红线", "建筑线"],
        whole: &["OUTL", "BOUNDARY", "PERIMETER", "FOOTPRINT"],
        beginnings: &["OUTLINE", "BUILDING"],
    },
];

/// The role that the name of a layer or group tells; `Other` when it tells none. The name of a bound reference
/// (`plan$0$WALL`, `plan|WALL`) is judged by its last part.
pub fn role_of_layer(name: &str) -> Role {
    let last = name.rsplit(['|', '$']).find(|part| !part.is_empty()).unwrap_or(name);
    let upper = last.to_uppercase();
    let tokens: Vec<&str> = upper
        .split(|character: char| !character.is_ascii_alphabetic())
        .filter(|token| !token.is_empty())
        .collect();
    WORDS
        .iter()
        .find(|words| {
            words.chinese.iter().any(|word| upper.contains(word))
                || tokens.iter().any(|token| {
                    words.whole.contains(token)
                        || words.beginnings.iter().any(|start| token.starts_with(start))
                })
        })
        .or_else(|| {
            // Names without a break, such as `INTWALL` or `FIREDOOR`: the end of a word tells.
            WORDS.iter().find(|words| {
                tokens
                    .iter()
                    .any(|token| words.beginnings.iter().any(|end| end.len() >= 4 && token.ends_with(end)))
            })
        })
        .map_or(Role::Other, |words| words.role)
}

/// The role that the name of a block tells, if any. TArch names its doors `$DorLib2D$...` and its windows
/// `$WinLib2D$...`, and puts both on one layer.
pub fn role_of_block(name: &str) -> Option<Role> {
    let upper = name.to_uppercase();
    if upper.contains("DORLIB") {
        return Some(Role::Door);
    }
    if upper.contains("WINLIB") {
        return Some(Role::Window);
    }
    match role_of_layer(name) {
        role @ (Role::Door | Role::Window | Role::Stair | Role::Lift | Role::Column | Role::Furniture) => {
            Some(role)
        }
        _ => None,
    }
}

/// The role that a value of a map feature's property tells: `"type": "wall"`, `"category": "elevator"`, `"indoor":
/// "room"`. `None` for a value that is not known.
pub(crate) fn role_of_feature(value: &str) -> Option<Role> {
    let value = value.trim().to_lowercase().replace(['_', '-', ' ', ':'], "");
    let role = match value.as_str() {
        "wall" | "walls" | "partition" => Role::Wall,
        "door"
        | "doors"
        | "opening"
        | "entrance"
        | "exit"
        | "gate"
        | "emergencyexit"
        | "pedestrian"
        | "pedestrianprincipal"
        | "serviceentrance" => Role::Door,
        "window" | "windows" | "glass" | "glazing" => Role::Window,
        "stairs" | "stair" | "staircase" | "stairwell" | "steps" | "ramp" | "escalator" | "movingwalkway" => {
            Role::Stair
        }
        "elevator" | "elevators" | "lift" | "lifts" | "elevatorshaft" => Role::Lift,
        "column" | "columns" | "pillar" => Role::Column,
        "furniture" | "desk" | "table" | "chair" | "shelf" | "equipment" | "fixture" | "counter"
        | "appliance" | "seating" | "kiosk" | "vegetation" => Role::Furniture,
        "inaccessiblespace" | "void" | "shaft" | "structure" | "opentobelow" | "solid" => Role::Solid,
        "buildingoutline" | "outline" | "footprint" | "building" | "level" | "floor" | "venue" | "yes" => {
            Role::Outline
        }
        "room" | "rooms" | "unit" | "space" | "corridor" | "hallway" | "walkway" | "area" | "office"
        | "classroom" | "lobby" | "foyer" | "restroom" | "toilet" | "toilets" | "kitchen" | "storage"
        | "lab" | "library" | "nonpublic" | "elevatorlobby" => Role::Room,
        "road" | "street" | "service" | "residential" | "footway" | "path" | "parking" | "sidewalk"
        | "road.main" => Role::Road,
        "grass" | "green" | "garden" | "park" | "forest" | "tree" | "flowerbed" | "wood" => Role::Green,
        "water" | "pond" | "pool" | "swimmingpool" | "river" | "lake" => Role::Water,
        "pitch" | "track" | "sports" | "sport" | "playground" | "stadium" | "sportscentre" => Role::Sports,
        _ => {
            // Chinese values, and words with an addition: 教室, fire.door.
            let found = role_of_layer(&value);
            return (found != Role::Other).then_some(found);
        }
    };
    Some(role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_of_drawing_offices_are_told_apart() {
        for (name, role) in [
            ("WALL", Role::Wall),
            ("A-WALL-FULL", Role::Wall),
            ("墙体", Role::Wall),
            ("0-内墙", Role::Wall),
            ("INTWALL", Role::Wall),
            ("A-WALL-PATT", Role::Hatch),
            ("墙体填充", Role::Hatch),
            ("xref$0$A-DOOR", Role::Door),
            ("plan|WINDOW", Role::Window),
            ("门窗", Role::Door),
            ("门窗编号", Role::Text),
            ("windows line", Role::Window),
            ("A-GLAZ", Role::Window),
            ("玻璃幕墙", Role::Window),
            ("STAIR", Role::Stair),
            ("A-FLOR-STRS", Role::Stair),
            ("楼梯", Role::Stair),
            ("电梯", Role::Lift),
            ("S-COLS", Role::Column),
            ("结构柱", Role::Column),
            ("Furniture", Role::Furniture),
            ("LVTRY", Role::Furniture),
            ("AXIS_TEXT", Role::Text),
            ("轴线", Role::Axis),
            ("DOTE", Role::Axis),
            ("PUB_DIM", Role::Dimension),
            ("尺寸标注", Role::Dimension),
            ("PUB_TEXT", Role::Text),
            ("房间", Role::Room),
            ("SPACE", Role::Room),
            ("plants", Role::Green),
            ("0", Role::Other),
            ("Defpoints", Role::Other),
            ("", Role::Other),
            ("$$$", Role::Other),
        ] {
            assert_eq!(role_of_layer(name), role, "{name}");
        }
        assert_eq!(role_of_block("$DorLib2D$00000003"), Some(Role::Door));
        assert_eq!(role_of_block("$WinLib2D$00000001"), Some(Role::Window));
        assert_eq!(role_of_block("chair(top)"), Some(Role::Furniture));
        assert_eq!(role_of_block("sadfaaa"), None);
    }

    #[test]
    fn features_of_maps_are_told_apart() {
        for (value, role) in [
            ("wall", Some(Role::Wall)),
            ("building_outline", Some(Role::Outline)),
            ("inaccessible_space", Some(Role::Solid)),
            ("stairs", Some(Role::Stair)),
            ("elevator", Some(Role::Lift)),
            ("教室", Some(Role::Room)),
            ("zzz", None),
        ] {
            assert_eq!(role_of_feature(value), role, "{value}");
        }
    }
}
