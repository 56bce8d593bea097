// The page of shortcuts in Chinese; the tools' own keys stand in `toolList.ts`.
// Relies on keys parted by spaces. Knows nothing of what hears them.

/** Keys of a shortcut, parted by spaces, and what they do. */
export type Shortcut = [keys: string, text: string];
export type SheetGroup = { title: string; keys: Shortcut[] };

export const sheetZh: SheetGroup[] = [
  {
    title: '通用',
    keys: [
      ['Ctrl K', '查找风险点、区域、命令'],
      ['Ctrl Z', '撤销'],
      ['Ctrl Y', '重做'],
      ['Ctrl S', '立即保存'],
      ['Ctrl Shift S', '另存为'],
      ['Ctrl O', '打开项目'],
      ['Alt 1…8', '切换到第几步'],
      ['?', '本页'],
    ],
  },
  {
    title: '绘制时',
    keys: [
      ['Enter', '完成（或按输入的数字加点）'],
      ['5.2', '下一段的长度（米），方向跟随指针'],
      ['5.2<90', '长度与角度（逆时针，90 朝上）'],
      ['12,3', '坐标（米）'],
      ['@3,0', '相对上一点'],
      ['Backspace', '撤掉输入或最后一个点'],
      ['Shift', '锁定 45° 方向'],
      ['Alt', '暂停吸附'],
      ['Esc', '放弃当前绘制，再按回到选择'],
    ],
  },
  {
    title: '选择与修改',
    keys: [
      ['Shift 单击', '加选或减选'],
      ['Shift 拖动', '框选：向右只选框内，向左碰到就选'],
      ['拖动角点', '公共角点一起动，按住 Ctrl 只动一个'],
      ['拖动边', '平移一条边，相邻区域跟着动'],
      ['双击边', '在边上加角点'],
      ['Delete', '删除所选（选中角点时只删角点）'],
      ['← ↑ → ↓', '微移 0.1 米，按住 Shift 为 1 米'],
      ['Ctrl A', '选择本层全部'],
      ['Ctrl C', '复制'],
      ['Ctrl X', '剪切'],
      ['Ctrl V', '粘贴到本层'],
      ['Ctrl D', '原地再制'],
    ],
  },
  {
    title: '视图',
    keys: [
      ['F', '显示全图'],
      ['Space', '按住拖动：移动视图（中键同）'],
      ['滚轮', '缩放；按住 Shift 横移'],
      ['双击', '总平面上双击建筑进入楼层'],
    ],
  },
];
