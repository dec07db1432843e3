import type { Schemas } from '../../../api/client';
import type { Question } from '../file/file';

/** An answer as it is being given. */
export interface AnswerDraft {
  yes: boolean | null;
  zones: string[];
  substances: string;
  note: string;
}

export const unanswered: AnswerDraft = { yes: null, zones: [], substances: '', note: '' };

/** Names of substances, one a line. */
export function names(text: string): string[] {
  return [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}

/** What was answered, as the host takes it; a question without an answer is left out. */
export function answersOf(
  questions: readonly Question[],
  drafts: Readonly<Record<string, AnswerDraft>>,
): Schemas['ScreeningAnswer'][] {
  return questions.flatMap(({ id, severity }) => {
    const draft = drafts[id];
    if (draft === undefined || draft.yes === null) return [];
    const note = draft.note.trim();
    return [
      {
        question: id,
        yes: draft.yes,
        ...(draft.yes && severity === 'in-zones' ? { zones: draft.zones } : {}),
        ...(draft.yes && severity === 'substances' ? { substances: names(draft.substances) } : {}),
        ...(note === '' ? {} : { note }),
      },
    ];
  });
}
