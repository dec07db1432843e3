import { closed, mirrored, moved, open, type Point, type Run, run, whole } from './path';

/** The face, or the body from the front and from behind. */
export type View = 'face' | 'body';

/** What a zone looks like, in the units of its view. */
export interface ZoneShape {
  id: string;
  /** Closed outlines: one, or one from the front and one from behind. */
  outlines: readonly string[];
  /** What takes a finger beyond the outlines: a line of `reach` units in width; as many as the zone is narrow. */
  grips: readonly string[];
  reach: number;
  /** Where its sign stands; arrow keys go from sign to sign. */
  anchor: Point;
}

export interface Sheet {
  width: number;
  height: number;
  zones: readonly ZoneShape[];
}

/** The line that the face is mirrored on. */
export const faceAxis = 200;
/** The lines that the two figures of the body are mirrored on. */
export const frontAxis = 135;
export const backAxis = 405;

const shape = (id: string, outlines: Run[], anchor: Point, grips: Run[] = [], reach = 0): ZoneShape => ({
  id,
  outlines: outlines.map(closed),
  grips: grips.map(open),
  reach,
  anchor,
});

const middle = (id: string, half: string, anchor: Point): ZoneShape => shape(id, [whole(run(half), faceAxis)], anchor);

/** A zone of each side. It is drawn on the patient's left, which is to the right of who looks. */
function pair(id: string, outline: string, anchor: Point, grip?: string, reach = 0): ZoneShape[] {
  const grips = grip === undefined ? [] : [run(grip)];
  return [
    shape(
      `${id}.right`,
      [mirrored(run(outline), faceAxis)],
      [2 * faceAxis - anchor[0], anchor[1]],
      grips.map((line) => mirrored(line, faceAxis)),
      reach,
    ),
    shape(`${id}.left`, [run(outline)], anchor, grips, reach),
  ];
}

const face: Sheet = {
  width: 400,
  height: 620,
  // Later ones lie on top: the narrow ones come last, so that a finger finds them.
  zones: [
    middle(
      'scalp',
      'M200 12C292 12 350 82 351 176C351 196 349 214 345 230L335 228C332 198 324 170 308 148C288 120 246 108 200 108',
      [200, 58],
    ),
    middle(
      'forehead',
      'M200 114C244 114 284 124 303 152C316 170 324 188 328 206C304 190 250 182 218 198C212 201 206 203 200 203',
      [200, 156],
    ),
    ...pair(
      'cheek',
      'M262 315C292 316 318 307 332 290C334 310 331 328 324 342C315 360 303 372 290 380C283 382 283 374 282 366C279 346 270 330 260 320C257 317 258 315 262 315',
      [318, 333],
    ),
    ...pair(
      'jawline',
      'M325 350C312 386 268 440 212 452L209 416C244 412 268 402 286 390C302 378 316 364 325 350',
      [274, 413],
      'M322 352C306 390 266 426 214 437',
      44,
    ),
    middle('neck', 'M200 470C226 469 246 462 264 446C262 470 264 488 270 504C248 517 224 521 200 521', [200, 497]),
    middle('decolletage', 'M200 540C240 540 286 534 312 540C336 546 358 556 372 566L378 619L200 619', [200, 582]),
    ...pair(
      'periocular',
      'M221 245C220 228 230 216 250 212C276 206 308 208 331 217C337 234 337 258 331 279C319 276 310 268 304 252C298 252 300 247 296 246C278 257 248 257 232 247L221 245',
      [315, 240],
    ),
    ...pair(
      'under-eye',
      'M222 252C244 264 278 264 298 254C304 272 314 281 328 285C318 303 292 312 264 311C240 308 226 290 222 252',
      [266, 286],
    ),
    ...pair(
      'nasolabial',
      'M238 320C254 324 272 350 276 388C276 397 264 398 261 390C257 364 248 348 236 336L238 320',
      [265, 369],
      'M243 324C258 336 266 362 268 390',
      44,
    ),
  ],
};

const onFront = (half: string) => whole(run(half), frontAxis);

/** From the front the patient's left is to the right of who looks, from behind to the left. */
function sides(id: string, outline: string, behind: string, anchor: Point, grip: string, reach: number): ZoneShape[] {
  const seen = (text: string) => moved(mirrored(run(text), frontAxis), backAxis - frontAxis);
  return [
    shape(
      `${id}.right`,
      [mirrored(run(outline), frontAxis), mirrored(seen(behind), backAxis)],
      [2 * frontAxis - anchor[0], anchor[1]],
      [mirrored(run(grip), frontAxis), mirrored(seen(grip), backAxis)],
      reach,
    ),
    shape(`${id}.left`, [run(outline), seen(behind)], anchor, [run(grip), seen(grip)], reach),
  ];
}

const hand = 'M229 327L245 322C254 336 256 360 252 379C248 390 236 388 232 376C227 358 227 341 229 327';

const body: Sheet = {
  width: 540,
  height: 610,
  zones: [
    shape(
      'decolletage',
      [onFront('M135 122C157 120 180 124 195 133C195 148 189 160 179 166C164 172 149 172 135 172')],
      [135, 147],
      [run('M90 147L180 147')],
      62,
    ),
    shape('abdomen', [onFront('M135 208C155 208 170 210 177 216C177 236 184 256 192 278C176 298 156 306 135 308')], [135, 258]),
    ...sides(
      'thigh',
      'M194 306C200 346 192 398 183 434C172 441 160 441 151 437C146 402 143 362 141 326C162 324 180 316 194 306',
      'M195 330C198 360 191 400 183 434C172 441 160 441 151 437C146 402 143 374 140 342C160 350 182 344 195 330',
      [168, 374],
      'M172 322L170 428',
      62,
    ),
    ...sides('hand', hand, hand, [242, 356], 'M240 326L244 384', 62),
  ],
};

export const sheets: Record<View, Sheet> = { face, body };

/** Whether the map of this view has the zone. A site's own zones may be on none: they are in the list. */
export function isOn(view: View, zone: string): boolean {
  return sheets[view].zones.some((shape) => shape.id === zone);
}
