import { describe, expect, it } from 'vitest';
import { type Figure, statedIn } from './document';

const figures = (...ids: string[]): Figure[] => ids.map((id) => ({ id, value: '1', unit: 'µm' }));

// Aim: what a page shows of a certificate are the figures of its last series, each at its point, needle and direction, and nothing else of the document.
describe('points of a document', () => {
  it('are those of the last series', () => {
    const points = statedIn(
      figures('verdict', 'as-found.point-1.nominal', 'as-left.verdict', 'as-left.point-1.nominal', 'as-left.point-1.expanded'),
    );
    expect(points.map((each) => [each.at, Object.keys(each.figures)])).toEqual([['as-left.point-1', ['nominal', 'expanded']]]);
    expect(statedIn(figures('as-found.point-1.error')).map((each) => each.at)).toEqual(['as-found.point-1']);
  });

  it('have needle and direction', () => {
    const points = statedIn(
      figures('as-found.needle-2.point-1.out.mean', 'as-found.needle-2.point-1.back.mean', 'as-found.needle-2.backlash.expanded'),
    );
    expect(points.map((each) => [each.needle, each.direction])).toEqual([
      ['2', 'out'],
      ['2', 'back'],
    ]);
  });

  it('are no readings, budgets or intervals', () => {
    expect(
      statedIn(
        figures(
          'as-left.point-1.reading-1.error',
          'as-left.point-1.interval.k',
          'as-left.point-1.after.mean',
          'as-left.point-1.budget-1.standard',
        ),
      ),
    ).toEqual([]);
  });
});
