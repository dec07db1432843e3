import { useTranslation } from 'react-i18next';
import { count, day } from '../../../quantity/quantity';
import type { Block, Facts } from './blocks';
import { plain } from './plain';
import { useNames } from './useNames';

/** What blocks, in one line that says what to do. */
export function useBlockSentence(facts: Facts | undefined): (block: Block) => string {
  const { t } = useTranslation('patients');
  const names = useNames();
  const several = (facts?.plans.filter((plan) => (plan.ended ?? null) === null).length ?? 0) > 1;
  return (block) => {
    const sentence = t(`block.${block.type}`, {
      questions: (block.questions ?? []).map(names.question).join(', '),
      zone: names.zone(block.zone ?? ''),
      day: block.day ? day(block.day) : '',
      days: count(block.days ?? 0),
      kind: names.kind(block.kind ?? ''),
      substance: block.substance ?? '',
      number: plain(block.number ?? 0),
    });
    const title = facts?.plans.find((plan) => plan.id === block.plan)?.title;
    return several && title !== undefined ? `${title}: ${sentence}` : sentence;
  };
}
