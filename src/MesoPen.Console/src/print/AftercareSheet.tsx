import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, body, type Schemas } from '../api/client';
import { Facts } from '../pages/records/Facts';
import { useGround, useNames, useSessionRecord } from '../pages/records/reading';
import { useZoneName } from '../pages/records/zoneName';
import { day, volume } from '../quantity/quantity';
import { ProblemAlert } from '../shell/ProblemAlert';
import { Paper, PaperLine } from './Paper';

/** What a patient takes home. Every word about health is from the record: what was told, and the text that the patient consented to. */
export function AftercareSheet() {
  const { id = '' } = useParams();
  const record = useSessionRecord(id);
  if (record.error) return <ProblemAlert problem={record.error} />;
  if (!record.data) return <Loader />;
  return <Sheet record={record.data} />;
}

function Sheet({ record }: { record: Schemas['SessionRecordView'] }) {
  const { t } = useTranslation('records');
  const { session } = record;
  const ground = useGround(session);
  const name = useNames();
  const zone = useZoneName();
  const { session_id: id } = session.intent;
  const { data: contacts } = useQuery({
    queryKey: ['records', 'follow-ups', id],
    queryFn: () => body(api.GET('/api/v1/follow-ups', { params: { query: { session: id, limit: 100 } } })),
  });
  const text = ground.consent?.text;
  const told = session.aftercare ?? [];
  return (
    <Paper session={session} patient={ground.patient} clinic={ground.site?.name}>
      <h1>{t('paper.sheet')}</h1>
      <p>
        {t('paper.treated_on', { day: day(session.opened_at) })} · {t('by')}: {name(session.intent.clinician_id)}
      </p>
      <h2>{t('paper.given')}</h2>
      <Facts
        facts={[
          ...ground.products.map(
            (product) => [t('product'), [product.name ?? product.id, product.manufacturer].filter(Boolean).join(', ')] as const,
          ),
          ...ground.lots.map(
            (lot) => [`${t('lot')} (${lot.product_id})`, `${lot.number}, ${t('lot_until', { day: day(lot.expires) })}`] as const,
          ),
        ]}
      />
      <h2>{t('paper.given_zones')}</h2>
      <ul>
        {record.sums
          .filter((sum) => sum.volume_nl + sum.unknown_nl > 0)
          .map((sum) => (
            <li key={sum.zone}>
              {zone(sum.zone)}: {volume(sum.volume_nl)}
              {sum.unknown_nl > 0 &&
                `, ${t('unknown').toLowerCase()}: ${t('unknown_volume', { volume: volume(sum.unknown_nl) })}`}
            </li>
          ))}
      </ul>
      {told.length > 0 && (
        <>
          <h2>{t('paper.told')}</h2>
          <Lines texts={told.map((one) => one.text)} />
        </>
      )}
      {text && text.aftercare.length > 0 && (
        <>
          <h2>{t('paper.do')}</h2>
          <Lines texts={text.aftercare} lang={text.language} />
        </>
      )}
      <h2>{t('paper.watch')}</h2>
      {text && text.adverse_events.length > 0 ? (
        <>
          <Lines texts={text.adverse_events} lang={text.language} />
          <p>{t('paper.watch_source', { title: text.title, version: text.version })}</p>
        </>
      ) : (
        <>
          <PaperLine name={t('paper.watch_none')} />
          <PaperLine name="" />
          <p>{t('paper.late')}</p>
        </>
      )}
      <div className="paper-block">
        <h2>{t('paper.call')}</h2>
        <p>
          {t('paper.clinic')}: {ground.site?.name}
        </p>
        <PaperLine name={t('paper.phone')} />
        <PaperLine name={t('paper.out_of_hours')} />
      </div>
      {contacts && contacts.items.length > 0 && (
        <>
          <h2>{t('paper.next')}</h2>
          <Lines texts={contacts.items.filter((one) => one.status !== 'done').map((one) => day(one.due_day))} />
        </>
      )}
      <p>{t('paper.keep')}</p>
    </Paper>
  );
}

function Lines({ texts, lang }: { texts: readonly string[]; lang?: string }) {
  return (
    <ul lang={lang}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
