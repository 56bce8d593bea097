// The scored part of the chain: hazard, accident, who chose what, the formula, the band, the criteria.
// Relies on products, mean and band from Rust; the formula only writes them side by side.

import { Ruler } from '../inspector/Ruler';
import type { AccidentView, Band, Preset, RiskBasis, WhyPoint } from '../ipc';
import { useLevelShort } from '../parts/Level';
import { usePreset } from '../state/rows';
import { usePick, useSettings } from '../state/settings';
import { useWords } from '../words';
import { Link } from './Link';

export function WhyScore({ point, basis }: { point: WhyPoint; basis: RiskBasis }) {
  const w = useWords();
  const pick = usePick();
  const { accident } = point;
  const view = accident ? (basis === 'inherent' ? accident.inherent : accident.existing) : null;
  const preset = usePreset(view?.preset_id ?? null);
  if (!accident || !view || !preset) return null;
  return (
    <>
      {point.hazard ? <Link title={w.why.hazard}>{point.hazard}</Link> : null}
      <Link title={w.why.accident} level={view.level}>
        {pick(accident.name)}
      </Link>
      <Link title={w.why.inputs}>
        <Inputs view={view} preset={preset} />
      </Link>
      <Link title={w.why.formula}>
        <p className="formula" data-testid="why-formula">
          {formula(view, preset)}
        </p>
      </Link>
      <Link title={w.why.band} level={view.level}>
        <p>
          {view.range} → {view.band}
        </p>
        <Ruler preset={preset} score={view.score} />
      </Link>
      <Link title={w.why.criteria}>
        <p>{point.preset ? pick(point.preset) : ''}</p>
        <Bands bands={point.bands} />
      </Link>
    </>
  );
}

/** `(270 + 270 + 90) ÷ 3 = 210`, of numbers that Rust gave. */
function formula(view: AccidentView, preset: Preset): string {
  const symbol = preset.method === 'lec' ? 'D' : 'R';
  const names = preset.factors.map((factor) => factor.symbol).join(' × ');
  const products = view.assessments.map((own) => own.product).filter((own) => own !== null);
  const first = view.assessments[0];
  if (products.length === 1 && first) {
    return `${symbol} = ${names} = ${first.assessment.factors.join(' × ')} = ${view.score}`;
  }
  return `${symbol} = (${products.join(' + ')}) ÷ ${products.length} = ${view.score}`;
}

function Inputs({ view, preset }: { view: AccidentView; preset: Preset }) {
  const w = useWords();
  const short = useLevelShort();
  const english = useSettings((state) => state.language === 'en');
  const criterion = (index: number, value: string) => {
    const own = preset.factors[index]?.values.find((one) => one.value === value);
    return own ? (english ? own.english : own.texts.join('；')) : '';
  };
  return (
    <table className="why-inputs">
      <thead>
        <tr>
          <th>{w.score.assessor}</th>
          {preset.factors.map((factor) => (
            <th key={factor.symbol}>
              {factor.symbol} {english ? factor.english : factor.name}
            </th>
          ))}
          <th>{w.why.product}</th>
        </tr>
      </thead>
      <tbody>
        {view.assessments.map((own) => (
          <tr key={own.assessment.id}>
            <td>
              {own.assessor}
              <em>{own.assessment.assessed_on}</em>
            </td>
            {own.assessment.factors.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place of a factor is its identity
              <td key={index}>
                <b>{value}</b>
                <em>{criterion(index, value)}</em>
              </td>
            ))}
            <td>
              <b>{own.product ?? w.score.invalid}</b>
              <em>{own.level ? short(own.level) : ''}</em>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bands({ bands }: { bands: Band[] }) {
  const short = useLevelShort();
  return (
    <ul className="why-bands">
      {bands.map((band) => (
        <li key={`${band.name}${band.at_least ?? band.above ?? ''}`}>
          <i className="swatch" data-level={band.level} />
          {band.at_least ? `≥ ${band.at_least}` : band.above ? `> ${band.above}` : '…'}{' '}
          {band.name || short(band.level)}
        </li>
      ))}
    </ul>
  );
}
