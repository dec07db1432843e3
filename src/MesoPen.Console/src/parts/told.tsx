/** What is told: in the language of the page, and after it what only the host's English sentence says. */
export interface Told {
  text: string;
  english?: string;
}

/** All of it in one piece, where nothing can be marked as English. */
export const plain = ({ text, english }: Told): string => (english === undefined ? text : `${text} ${english}`.trim());

/** Shows what is told; what stayed English is marked as English, for who has it read aloud. */
export function ToldText({ told: { text, english } }: { told: Told }) {
  return (
    <>
      {text}
      {text !== '' && english !== undefined && ' '}
      {english !== undefined && <span lang="en">{english}</span>}
    </>
  );
}
