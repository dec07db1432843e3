import 'uplot/dist/uPlot.min.css';
import { Group, Paper, Text, Title, useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import uPlot from 'uplot';
import { onItem } from '../../live/live';
import { length } from '../../quantity/quantity';
import { TraceWindow, windowS } from './traceWindow';

/** Pressure and depth as the device sends them, twenty times a second: painted once a frame, never drawn by React. */
export function Traces() {
  const { t } = useTranslation('treat');
  const scheme = useComputedColorScheme('light');
  const [sends, setSends] = useState(false);
  const pressure = useRef<HTMLDivElement>(null);
  const depth = useRef<HTMLDivElement>(null);
  const pressureNow = useRef<HTMLSpanElement>(null);
  const depthNow = useRef<HTMLSpanElement>(null);

  useEffect(() => onItem((item) => item.kind === 'trace' && setSends(true)), []);
  useEffect(() => {
    if (!sends || !pressure.current || !depth.current) return;
    const trace = new TraceWindow();
    const plots = [
      new uPlot(options(pressure.current, 'kPa', scheme), [[], []], pressure.current),
      new uPlot(options(depth.current, 'mm', scheme), [[], []], depth.current),
    ];
    let frame = 0;
    const paint = () => {
      frame = 0;
      const [x, kpa, mm] = trace.columns();
      plots[0]?.setData([x, kpa], false);
      plots[1]?.setData([x, mm], false);
      for (const [plot, least] of [
        [plots[0], 100],
        [plots[1], 1],
      ] as const) {
        plot?.batch(() => {
          plot.setScale('x', { min: trace.lastS - windowS, max: trace.lastS });
          plot.setScale('y', trace.range(plot === plots[0] ? kpa : mm, least));
        });
      }
      const last = trace.last();
      if (pressureNow.current) pressureNow.current.textContent = last.kpa === null ? '–' : `${Math.round(last.kpa)}\u00a0kPa`;
      if (depthNow.current) depthNow.current.textContent = last.um === null ? '–' : length(Math.round(last.um / 10) * 10);
    };
    const end = onItem((item) => {
      if (item.kind !== 'trace' || !item.trace) return;
      trace.add(item.trace.samples);
      if (frame === 0) frame = requestAnimationFrame(paint);
    });
    const resized = new ResizeObserver(() => {
      for (const [plot, box] of [
        [plots[0], pressure.current],
        [plots[1], depth.current],
      ] as const)
        if (plot && box && box.clientWidth > 0) plot.setSize({ width: box.clientWidth, height: heightPx });
    });
    resized.observe(pressure.current);
    return () => {
      end();
      cancelAnimationFrame(frame);
      resized.disconnect();
      for (const plot of plots) plot.destroy();
    };
  }, [sends, scheme]);

  return (
    <Paper withBorder p="md" component="section" aria-labelledby="traces-title" data-testid="traces" data-sends={sends}>
      <Title order={2} size="h4" id="traces-title">
        {t('traces.title')}
      </Title>
      {sends ? (
        <>
          <Group justify="space-between">
            <Text>{t('traces.pressure')}</Text>
            <Text fw={700} component="span" ref={pressureNow} className="trace-now" />
          </Group>
          <div ref={pressure} role="img" aria-label={t('traces.pressure_label')} />
          <Group justify="space-between">
            <Text>{t('traces.depth')}</Text>
            <Text fw={700} component="span" ref={depthNow} className="trace-now" />
          </Group>
          <div ref={depth} role="img" aria-label={t('traces.depth_label')} />
        </>
      ) : (
        <Text>{t('traces.none')}</Text>
      )}
    </Paper>
  );
}

const heightPx = 110;

function options(box: HTMLElement, unit: string, scheme: 'light' | 'dark'): uPlot.Options {
  const ink = scheme === 'dark' ? '#e8e8e8' : '#1a1a1a';
  const grid = scheme === 'dark' ? '#484848' : '#d8d8d8';
  const line = scheme === 'dark' ? '#5fd0e6' : '#00687d';
  return {
    width: Math.max(200, box.clientWidth),
    height: heightPx,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, auto: false }, y: { auto: false } },
    axes: [
      { show: false },
      {
        stroke: ink,
        grid: { stroke: grid, width: 1 },
        ticks: { show: false },
        size: 64,
        space: 30,
        font: '14px system-ui, sans-serif',
        values: (_plot, ticks) => ticks.map((tick) => `${tick}\u00a0${unit}`),
      },
    ],
    series: [{}, { stroke: line, width: 2, points: { show: false }, spanGaps: false }],
  };
}
