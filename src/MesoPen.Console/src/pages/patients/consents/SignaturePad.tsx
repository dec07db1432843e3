import { Button, Group, Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { begun, drawnOn, field, pathOf, pointOf, type Stroke } from './strokes';

interface Props {
  strokes: readonly Stroke[];
  onChange: (change: (strokes: readonly Stroke[]) => readonly Stroke[]) => void;
}

/** A field to sign on with pen, finger or mouse. It keeps strokes of whole numbers and no picture. */
export function SignaturePad({ strokes, onChange }: Props) {
  const { t } = useTranslation('patients');
  const pen = useRef<number | null>(null);
  const box = useRef<SVGSVGElement>(null);
  const at = (event: { clientX: number; clientY: number }) =>
    pointOf(event, box.current?.getBoundingClientRect() ?? { left: 0, top: 0, ...field });
  return (
    <Stack gap="xs">
      <Text>{t('sign.pad_help')}</Text>
      <svg
        ref={box}
        role="img"
        aria-label={strokes.length === 0 ? t('sign.pad_empty') : t('sign.pad_drawn')}
        data-testid="signature-pad"
        viewBox={`0 0 ${field.width} ${field.height}`}
        style={{
          width: '100%',
          maxWidth: 900,
          touchAction: 'none',
          cursor: 'crosshair',
          background: '#ffffff',
          border: '2px solid #495057',
          borderRadius: 8,
        }}
        onPointerDown={(event) => {
          if (pen.current !== null || event.button !== 0) return;
          pen.current = event.pointerId;
          event.currentTarget.setPointerCapture(event.pointerId);
          const point = at(event);
          onChange((now) => begun(now, point));
        }}
        onPointerMove={(event) => {
          if (pen.current !== event.pointerId) return;
          const hops = event.nativeEvent.getCoalescedEvents?.() ?? [];
          const points = (hops.length > 0 ? hops : [event]).map(at);
          onChange((now) => points.reduce(drawnOn, now));
        }}
        onPointerUp={() => {
          pen.current = null;
        }}
        onPointerCancel={() => {
          pen.current = null;
        }}
      >
        <line x1={40} y1={230} x2={field.width - 40} y2={230} stroke="#868e96" strokeWidth={2} />
        <path d={pathOf(strokes)} fill="none" stroke="#000000" strokeWidth={5} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <Group>
        <Button variant="default" disabled={strokes.length === 0} onClick={() => onChange((now) => now.slice(0, -1))}>
          {t('sign.undo')}
        </Button>
        <Button variant="default" disabled={strokes.length === 0} onClick={() => onChange(() => [])}>
          {t('sign.clear')}
        </Button>
      </Group>
    </Stack>
  );
}
