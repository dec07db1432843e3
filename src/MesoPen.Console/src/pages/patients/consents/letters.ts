/**
 * Letters as strokes, on a grid of 4 by 6: a name that was typed, put into the record as lines, because lines are all that it takes. Each pair of digits
 * is a point, a bar lifts the pen.
 */
import { field, type Stroke } from './strokes';

const shapes: Record<string, string> = {
  A: '062046|1434',
  B: '060030414233033344453606',
  C: '4130100105163645',
  D: '06002042442606',
  E: '40000646|0333',
  F: '400006|0333',
  G: '41301001051636454323',
  H: '0006|4046|0343',
  I: '1030|2026|1636',
  J: '4045361605',
  K: '0006|400346',
  L: '000646',
  M: '0600234046',
  N: '06004640',
  O: '103041453616050110',
  P: '06003041423303',
  Q: '103041453616050110|2446',
  R: '06003041423303|2346',
  S: '413010010213334445361605',
  T: '0040|2026',
  U: '000516364540',
  V: '002640',
  W: '0016233640',
  X: '0046|4006',
  Y: '002340|2326',
  Z: '00400646',
  0: '103041453616050110|4106',
  1: '112026|1636',
  2: '01103041420646',
  3: '0110304142334445361605',
  4: '36300444',
  5: '400002324345361605',
  6: '4130100105163645443303',
  7: '004016',
  8: '103041423344453616050413020110|1333',
  9: '4313020110304145361605',
  '-': '0343',
  '.': '2526',
  "'": '2021',
  ' ': '',
};
const more: Record<string, string> = { Ø: 'O', Ł: 'L', Đ: 'D', Æ: 'AE', Œ: 'OE', Þ: 'TH', '’': "'" };

// Under every name that was typed: whoever looks at the record sees that it was not drawn.
const mark = 'TYPED ON A KEYBOARD';
const lettersMax = 40;

/** A name in the letters that can be drawn: capitals, without accents. */
function capitals(name: string): string {
  return [
    ...name
      .trim()
      .toUpperCase()
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, ''),
  ]
    .map((letter) => more[letter] ?? letter)
    .join('');
}

/** Letters of a name for which there are no strokes. */
export function withoutStrokes(name: string): string[] {
  return [...new Set([...capitals(name)].filter((letter) => shapes[letter] === undefined))];
}

function line(text: string, left: number, top: number, size: number): Stroke[] {
  return [...text].flatMap((letter, index) =>
    (shapes[letter] ?? '')
      .split('|')
      .filter((stroke) => stroke !== '')
      .map((stroke) =>
        [...stroke].map((digit, place) =>
          place % 2 === 0 ? Math.round(left + (index * 6 + Number(digit)) * size) : Math.round(top + Number(digit) * size),
        ),
      ),
  );
}

/** A typed name as strokes, with the words beneath it that it was typed; nothing for no name. */
export function typedStrokes(name: string): readonly Stroke[] {
  const letters = capitals(name).slice(0, lettersMax);
  if (letters.replaceAll(' ', '') === '') return [];
  const margin = 30;
  const size = Math.min(20, (field.width - 2 * margin) / (letters.length * 6));
  return [...line(letters, margin, 50, size), ...line(mark, margin, 230, 6)];
}
