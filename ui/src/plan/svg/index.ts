// The SVG renderer.
// Relies on the shared hit test, which is geometry and not the DOM. Knows nothing of tools.
import { memo } from 'react';
import { hitScene } from '../hit';
import type { Renderer } from '../renderer';
import { SvgSurface } from './SvgSurface';

/** A scene that is the same is not gone through again, whatever else of the plan changes. */
export const svgRenderer: Renderer = { Surface: memo(SvgSurface), hit: hitScene };
