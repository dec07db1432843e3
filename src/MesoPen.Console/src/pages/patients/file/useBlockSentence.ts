import { useTranslation } from 'react-i18next';
import type en from '../../../i18n/en';
import { count, day } from '../../../quantity/quantity';
import { nameOf } from './blockName';
import type { PatientBlock, Plan } from './file';
import { plain } from './plain';
import { useNames } from './useNames';

type BlockName = keyof (typeof en)['patients']['block'];

/** What blocks, in one line that says what to do; in the host's own words, if it is of a sort that is new here. */
export function useBlockSentence(plans: readonly Plan[]): (block: PatientBlock) => string {
  const { t, i18n } = useTranslation('patients');
  const names = useNames();
  const several = plans.filter((plan) => (plan.ended ?? null) === null).length > 1;
  return (block) => {
    const name = nameOf(block);
    const sentence = i18n.exists(`patients:block.${name}`)
      ? t(`block.${name as BlockName}`, {
          questions: block.questions.map(names.question).join(', '),
          zone: names.zone(block.zone ?? ''),
          day: block.day ? day(block.day) : '',
          days: count(block.days ?? 0),
          kind: names.kind(block.kind ?? ''),
          substance: block.substance ?? '',
          number: plain(block.session ?? 0),
        })
      : `${block.detail} ${block.remedy}`;
    const title = plans.find((plan) => plan.id === block.plan_id)?.title;
    return several && title !== undefined ? `${title}: ${sentence}` : sentence;
  };
}
