// The SVG renderer.
// Relies on the shared hit test, which is geometry and not the DOM. Knows nothing of tools.
import { hitScene } from '../hit';
import type { Renderer } from '../renderer';
import { SvgSurface } from './SvgSurface';

export const svgRenderer: Renderer = { Surface: SvgSurface, hit: hitScene };
