import { expect, test } from 'vitest';
import { typedStrokes, withoutStrokes } from './letters';
import { begun, drawingOf, drawnOn, field, pathOf, pointOf, type Stroke } from './strokes';

const box = { left: 100, top: 50, width: 450, height: 150 };

// Aim: the record takes whole numbers within the field, and nothing else: whatever the pen does, that is what it gets.
test('a pen gives whole numbers within the field', () => {
  expect(pointOf({ clientX: 100.4, clientY: 50.3 }, box)).toEqual([1, 1]);
  expect(pointOf({ clientX: 5_000, clientY: -20 }, box)).toEqual([field.width, 0]);
});

// Aim: never more points or strokes than the host takes: a long drawing is no refusal after the patient has signed.
test('a drawing stays within what the host takes', () => {
  let strokes: readonly Stroke[] = [];
  for (let stroke = 0; stroke < 300; stroke++) {
    strokes = begun(strokes, [0, 0]);
    for (let point = 1; point < 60; point++) strokes = drawnOn(strokes, [point * 5, stroke % 300]);
  }
  const drawing = drawingOf(strokes);
  expect(drawing.strokes.length).toBeLessThanOrEqual(200);
  expect(drawing.strokes.flat().length / 2).toBeLessThanOrEqual(5_000);
});

// Aim: a pen that rests adds nothing; a dot is seen.
test('a pen that rests adds nothing, and a dot is shown', () => {
  expect(drawnOn([[10, 10]], [11, 11])).toEqual([[10, 10]]);
  expect(pathOf([[10, 10]])).toBe('M10 10L10 10');
});

// Aim: a typed name is within what the host takes, and can be told from a drawn one by whoever looks at it.
test('a typed name is lines with the mark that it was typed', () => {
  const mark = typedStrokes('.').slice(1);
  const strokes = typedStrokes('Şükrü Ağaoğlu-Müller O’Neill 0123456789');
  expect(withoutStrokes('Şükrü ıİ Ærø')).toEqual([]);
  expect(withoutStrokes('李 A')).toEqual(['李']);
  expect(strokes.slice(-mark.length)).toEqual(mark);
  expect(strokes.length).toBeLessThanOrEqual(200);
  expect(
    strokes.every((each) =>
      each.every((value, place) => Number.isInteger(value) && value >= 0 && value <= (place % 2 ? field.height : field.width)),
    ),
  ).toBe(true);
  expect(typedStrokes('  ')).toEqual([]);
});
