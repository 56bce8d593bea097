// antd in our colours and sizes: teal for what can be clicked, hairlines, no movement.
// Relies on the same values as styles/tokens.css. Holds no risk colour.
import type { ThemeConfig } from 'antd';

const FAMILY =
  '"Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif';

export function themeOf(projector: boolean, wide: boolean): ThemeConfig {
  const size = projector ? 16 : wide ? 14 : 13;
  return {
    token: {
      colorPrimary: '#0f766e',
      colorLink: '#0f766e',
      colorInfo: '#0f766e',
      colorSuccess: '#0f766e',
      colorError: '#9f1239',
      colorWarning: '#92400e',
      colorText: '#1d2126',
      colorTextSecondary: '#5b636d',
      colorTextPlaceholder: '#6f7780',
      colorBorder: '#d3d0c7',
      colorBorderSecondary: '#e4e2db',
      colorBgLayout: '#f6f5f1',
      borderRadius: 6,
      fontFamily: FAMILY,
      fontSize: size,
      controlHeight: projector ? 34 : wide ? 30 : 28,
      controlHeightSM: projector ? 28 : 24,
      controlHeightLG: projector ? 42 : 36,
      motion: false,
    },
    components: {
      Modal: { titleFontSize: size + 3 },
      Select: { optionHeight: projector ? 34 : 28 },
    },
  };
}
