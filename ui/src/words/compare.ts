// Words for comparing levels, in both languages; English has the shape of Chinese.
export const compareZh = {
  notOnMap: '变化的风险点都不在平面图上。',
  key: '左半是原等级，右半是新等级',
  kinds: { new: '新增', gone: '消失', raised: '升级', lowered: '降级', same: '不变' },
};

export const compareEn: typeof compareZh = {
  notOnMap: 'None of the changed points stands on a plan.',
  key: 'Left half: level before. Right half: level after.',
  kinds: { new: 'new', gone: 'gone', raised: 'raised', lowered: 'lowered', same: 'unchanged' },
};
