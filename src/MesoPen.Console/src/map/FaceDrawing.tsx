import classes from './BodyMap.module.css';
import { closed, mirrored, open, run, whole } from './path';
import { faceAxis } from './shapes';

const head = run(
  'M200 24C280 24 338 84 341 174C342 206 340 236 337 262C334 300 330 332 318 362C305 394 262 440 226 452C216 455 208 456 200 456',
);
const bust = run('M200 400L262 424C264 452 264 480 272 504C294 526 350 536 386 558C394 566 398 590 400 620L200 620');
const hair = run('M200 12C292 12 350 82 351 176C351 196 349 214 345 230L335 228C332 198 324 170 308 148C288 120 246 108 200 108');
const sides = [
  // Ear, brow, closed lid with its lashes, nose, mouth, collar bone.
  { d: 'M341 234C356 222 366 240 360 268C356 292 347 310 335 304', name: 'skin' },
  { d: 'M346 246C354 244 356 258 350 272C348 280 344 286 340 288', name: 'fine' },
  { d: 'M222 211C244 196 280 194 309 208C282 201 246 204 223 216L222 211', name: 'brow' },
  { d: 'M232 245C246 258 278 259 296 245', name: 'line' },
  { d: 'M240 232C252 222 276 222 290 234', name: 'fine' },
  { d: 'M219 226C213 258 214 286 224 308', name: 'fine' },
  { d: 'M226 312C240 314 241 334 228 335C220 334 216 331 212 334C208 338 204 340 200 340', name: 'line' },
  { d: 'M200 385C216 383 232 384 247 386', name: 'line' },
  { d: 'M222 520C240 530 256 536 270 540C304 546 340 550 372 562', name: 'fine' },
] as const;
const lips = run('M200 376C206 372 213 371 219 373C231 376 240 381 247 386C236 397 220 402 200 402');

/** The face that the zones lie on: eyes closed, as in treatment. It says nothing: the zones do. */
export function FaceDrawing() {
  return (
    <g className={classes.drawing}>
      <path className={classes.skin} d={closed(whole(bust, faceAxis))} />
      <path
        className={classes.shade}
        d={closed(whole(run('M200 452L228 452C248 446 262 430 264 424L264 446C246 470 222 484 200 486'), faceAxis))}
      />
      <Both d={sides[0].d} name="skin" />
      <path className={classes.skin} d={closed(whole(head, faceAxis))} />
      <path className={classes.hair} d={closed(whole(hair, faceAxis))} />
      <path className={classes.lips} d={closed(whole(lips, faceAxis))} />
      {sides.slice(1).map(({ d, name }) => (
        <Both key={d} d={d} name={name} />
      ))}
    </g>
  );
}

function Both({ d, name }: { d: string; name: string }) {
  return (
    <>
      <path className={classes[name]} d={open(run(d))} />
      <path className={classes[name]} d={open(mirrored(run(d), faceAxis))} />
    </>
  );
}
