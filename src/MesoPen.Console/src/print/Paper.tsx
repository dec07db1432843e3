import './print.css';
import { Anchor, Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../api/client';
import { SimulatedBand } from '../pages/records/SimulatedBand';
import { moment } from '../quantity/quantity';

/** A sheet as it is printed, with whose it is on each page: the head of a table is what browsers repeat. */
export function Paper({
  session,
  patient,
  clinic,
  children,
}: {
  session: Schemas['Treatment'];
  patient: Schemas['Patient'] | undefined;
  clinic: string | null | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation('records');
  const { session_id: id, patient_id } = session.intent;
  return (
    <Stack>
      <Group className="screen-only">
        <Button variant="default" onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Anchor component={Link} to={`/records/${id}`} className="records-row">
          {t('back_to_record')}
        </Anchor>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className="paper-frame" aria-label={t('paper.sheet_on_screen')} tabIndex={0}>
        <table className="paper" role="presentation">
          <thead>
            <tr>
              <td>
                <SimulatedBand session={session} />
                <div className="paper-banner" data-testid="paper-banner">
                  <strong>
                    {patient_id}
                    {patient && ` · ${patient.initials} · ${t('born', { year: patient.birth_year })}`}
                  </strong>
                  <span>{[clinic, moment(session.opened_at)].filter(Boolean).join(' · ')}</span>
                </div>
              </td>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>{children}</td>
            </tr>
          </tbody>
        </table>
      </section>
    </Stack>
  );
}

/** A line to be filled in by hand. */
export function PaperLine({ name }: { name: string }) {
  return (
    <div className="paper-line">
      <span>{name}:</span>
      <span />
    </div>
  );
}
