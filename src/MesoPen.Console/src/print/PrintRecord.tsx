import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Schemas } from '../api/client';
import { useDoubts } from '../pages/records/doubts';
import { Facts } from '../pages/records/Facts';
import { useGround, useNames, useSessionRecord } from '../pages/records/reading';
import { stateWord } from '../pages/records/SessionState';
import { Summary } from '../pages/records/Summary';
import { count, moment } from '../quantity/quantity';
import { ProblemAlert } from '../shell/ProblemAlert';
import { Paper, PaperLine } from './Paper';
import { PaperBasis, PaperLimits, PaperShots, PaperTimeline, PaperZones } from './PaperTables';

/** The record of a session on paper: all of it, each shot too. */
export function PrintRecord() {
  const { id = '' } = useParams();
  const record = useSessionRecord(id);
  if (record.error) return <ProblemAlert problem={record.error} />;
  if (!record.data) return <Loader />;
  return <Sheet record={record.data} />;
}

function Sheet({ record }: { record: Schemas['SessionRecordView'] }) {
  const { t } = useTranslation('records');
  const ground = useGround(record.session);
  const name = useNames();
  const { session } = record;
  const hash = record.head_hash;
  return (
    <Paper session={session} patient={ground.patient} clinic={ground.site?.name}>
      <h1>{t('paper.record')}</h1>
      <Facts
        facts={[
          [t('paper.session'), session.intent.session_id],
          [t('opened'), moment(session.opened_at)],
          [t('ended'), session.ended_at ? moment(session.ended_at) : null],
          [t('state'), t(stateWord(session))],
        ]}
      />
      {useDoubts(record).map((doubt) => (
        <p key={doubt} className="paper-doubt">
          {doubt}
        </p>
      ))}
      <h2>{t('summary')}</h2>
      <Summary session={session} ground={ground} />
      <h2>{t('sums')}</h2>
      <PaperZones record={record} plan={ground.version} />
      <h2>{t('limits')}</h2>
      <PaperLimits record={record} ground={ground} />
      <h2>{t('reactions')}</h2>
      <Notes none={t('reactions_none')} notes={session.reactions ?? []} />
      <h2>{t('aftercare')}</h2>
      <Notes none={t('aftercare_none')} notes={session.aftercare ?? []} />
      <h2>{t('timeline')}</h2>
      <PaperTimeline session={session} />
      <h2>{t('basis')}</h2>
      <PaperBasis session={session} />
      <h2>{t('shots')}</h2>
      <PaperShots shots={record.shots} />
      <div className="paper-block">
        <h2>{t('integrity')}</h2>
        <Facts
          facts={[
            [
              t('closed_by'),
              session.ended && session.ended_at ? `${name(session.ended.by)}, ${moment(session.ended_at)}` : t('still_open'),
            ],
            [
              t('hash'),
              <span key="hash" className="paper-hash">
                {hash ?? t('hash_none')}
              </span>,
            ],
            ['', hash ? t('hash_row', { row: count(record.head_sequence), rows: count(record.rows) }) : null],
          ]}
        />
        {hash && (
          <>
            <p>{t('verify_text')}</p>
            <p className="paper-hash">mesopen records verify --data DIR --head {hash}</p>
          </>
        )}
      </div>
      <div className="paper-block">
        <PaperLine name={t('paper.signature_name')} />
        <PaperLine name={t('paper.signature')} />
        <PaperLine name={t('paper.signature_meaning')} />
        <PaperLine name={t('paper.signature_day')} />
      </div>
      <p>
        {t('paper.printed', { moment: moment(new Date().toISOString()) })} · {t('paper.not_approved')}
      </p>
    </Paper>
  );
}

function Notes({ none, notes }: { none: string; notes: readonly { text: string; by: string }[] }) {
  const name = useNames();
  if (notes.length === 0) return <p>{none}</p>;
  return (
    <ul>
      {notes.map((note) => (
        <li key={note.text}>
          {note.text} ({name(note.by)})
        </li>
      ))}
    </ul>
  );
}
