import { useTranslation } from 'react-i18next';
import { count, length, volume } from '../../quantity/quantity';
import type { Plant } from './simulator';

const top = 20;
const barrel = 130;
const skin = 190;
const reach = 90;

/** Cartridge with its plunger, needle, skin, and the pressure beside it. Not to scale but for the needle's way. */
export function PlantDrawing({ plant }: { plant: Plant }) {
  const { t } = useTranslation('simulator');
  const left = plant.cartridge ? Math.min(1, plant.remaining_nl / plant.cartridge_nl) : 0;
  const plunger = top + barrel * (1 - left);
  const out = Math.max(0, Math.min(1, plant.tip_um / plant.needle_max_um)) * reach;
  const pressure = Math.max(0, Math.min(1, plant.pressure_kpa / (plant.occlusion_kpa * 1.5)));
  const limit = 260 - (240 * 1) / 1.5;
  const label = t('drawing', {
    tip: length(plant.tip_um),
    left: volume(plant.remaining_nl),
    pressure: `${count(plant.pressure_kpa)}\u00a0kPa`,
  });
  return (
    <svg viewBox="0 0 240 300" width={240} height={300} role="img" aria-label={label} fill="none" stroke="currentColor">
      <rect x={60} y={top} width={60} height={barrel} rx={4} strokeWidth={3} strokeDasharray={plant.cartridge ? '' : '6 6'} />
      {plant.cartridge && (
        <>
          <rect x={62} y={plunger} width={56} height={Math.max(0, top + barrel - plunger)} fill="#1098ad" stroke="none" />
          <line x1={60} x2={120} y1={plunger} y2={plunger} strokeWidth={6} />
          <line x1={90} x2={90} y1={4} y2={plunger} strokeWidth={4} />
        </>
      )}
      <path d={`M80 ${top + barrel} h20 l-6 14 h-8 z`} strokeWidth={2} />
      <line x1={90} x2={90} y1={top + barrel + 14} y2={skin - 14 + out} strokeWidth={4} stroke="#7048e8" />
      <line x1={10} x2={170} y1={skin} y2={skin} strokeWidth={3} strokeDasharray={plant.contact ? '' : '4 8'} />
      <rect x={10} y={skin} width={160} height={reach} fill="#e8590c" opacity={plant.contact ? 0.25 : 0.08} stroke="none" />
      <rect x={200} y={20} width={24} height={240} strokeWidth={2} />
      <rect x={201} y={260 - 240 * pressure} width={22} height={240 * pressure} fill="#f08c00" stroke="none" />
      <line x1={192} x2={232} y1={limit} y2={limit} strokeWidth={3} strokeDasharray="5 3" />
      <text x={212} y={284} textAnchor="middle" fill="currentColor" stroke="none" fontSize={15}>
        kPa
      </text>
    </svg>
  );
}
