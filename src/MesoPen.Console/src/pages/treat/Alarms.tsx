import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOf } from '../../live/useStation';
import { FaultText } from '../../parts/FaultText';
import { ToldText } from '../../parts/told';
import { useSaid } from '../../parts/useSaid';
import { count } from '../../quantity/quantity';
import { type Alarm, alarmsOf } from './alarms';
import { useAlarmSound } from './sound';
import { usePriorities } from './usePriorities';

const marks = { high: '!!!', medium: '!!', low: '!' } as const;

/** What a person must know of now: what happened, and what to do. Colour, rhythm and marks say how pressing it is; so does the text. */
export function Alarms() {
  const view = useOf((station) => station);
  const priorities = usePriorities();
  const alarms = view ? alarmsOf(view, priorities) : [];
  useAlarmSound(alarms);
  return (
    <div role="alert" className="alarms">
      {alarms.map((alarm) => (
        <AlarmLine key={alarm.id} alarm={alarm} />
      ))}
    </div>
  );
}

function AlarmLine({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation('treat');
  const said = useSaid();
  const fault =
    alarm.number === undefined ? null : { number: alarm.number, sentence: alarm.what ?? '', remedy: alarm.remedy ?? '' };
  return (
    <section className={`alarm alarm-${alarm.priority}`} data-alarm={alarm.id} aria-label={t(`alarm.${alarm.priority}`)}>
      <span className="alarm-lamp" aria-hidden="true">
        {marks[alarm.priority]}
      </span>
      <div>
        <Text fw={700}>
          {t(`alarm.${alarm.priority}`)}:{' '}
          {fault ? (
            <FaultText fault={fault} part="what" />
          ) : (
            t(`alarms.${alarm.key}.what`, { what: '', count: alarm.count ?? 0, shots: count(alarm.count ?? 0) })
          )}
          {!fault && alarm.what !== null && <ToldText told={said(alarm.said, alarm.what)} />}
        </Text>
        <Text>{fault ? <FaultText fault={fault} part="todo" /> : (alarm.remedy ?? t(`alarms.${alarm.key}.todo`))}</Text>
      </div>
    </section>
  );
}
