import { test as base } from '@playwright/test';
import { Clinic } from './clinic';
import { Station } from './station';

/**
 * `ready`: a station with a simulated gun and a clinic that could treat at once. One for all tests of a file, which says `file` of itself: what it
 * leaves behind meets no other. With `orders` the gun takes faults beside its line (`station.order`).
 */
export const test = base.extend<object, { file: string; orders: boolean; ready: { station: Station; clinic: Clinic } }>({
  file: ['', { scope: 'worker', option: true }],
  orders: [false, { scope: 'worker', option: true }],
  ready: [
    // A worker has one file, and a station of its own.
    async ({ file: _, orders }, use) => {
      const station = new Station();
      try {
        const oneTime = await station.init('ada');
        await (orders ? station.startControlled() : station.startDevice());
        await station.serve();
        const clinic = await Clinic.begin(station, oneTime);
        await clinic.ready();
        await use({ station, clinic });
      } finally {
        await station.dispose();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect } from '@playwright/test';
