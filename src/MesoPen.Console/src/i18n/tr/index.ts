import type { Texts } from '..';
import alarms from './alarms.json';
import calibration from './calibration.json';
import common from './common.json';
import devices from './devices.json';
import events from './events.json';
import faults from './faults.json';
import outcomes from './outcomes.json';
import patients from './patients.json';
import people from './people.json';
import plans from './plans.json';
import records from './records.json';
import setup from './setup.json';
import shell from './shell.json';
import simulator from './simulator.json';
import site from './site.json';
import station from './station.json';
import stock from './stock.json';
import treat from './treat.json';

const texts: Texts = {
  common,
  shell,
  setup,
  devices,
  patients,
  plans,
  treat,
  records,
  outcomes,
  calibration,
  stock,
  alarms,
  site,
  people,
  simulator,
  faults,
  station,
  events,
};
export default texts;
