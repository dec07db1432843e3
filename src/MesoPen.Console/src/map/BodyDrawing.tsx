import classes from './BodyMap.module.css';
import { closed, mirrored, moved, open, run, whole } from './path';
import { backAxis, frontAxis } from './shapes';

const figure = run(
  'M135 14C156 14 167 32 166 54C165 72 158 84 149 92C148 100 150 106 156 110C176 118 198 120 207 138C217 156 219 190 225 226C231 258 239 290 245 322C254 336 256 360 252 379C248 390 236 388 232 376C227 358 227 341 229 327C219 292 209 262 205 236C199 206 195 186 191 166C189 190 183 214 182 234C182 256 193 272 197 298C203 340 195 400 185 446C189 480 181 530 169 566C170 574 178 582 179 590C174 597 156 597 150 590C147 580 149 570 150 562C145 520 143 490 147 450C143 404 139 360 135 320',
);
const hair = run('M135 10C160 10 171 32 168 58C166 66 164 70 162 74C162 52 156 38 135 36');
const hairBehind = run('M135 10C160 10 171 32 168 58C166 76 158 88 150 92L135 94');
const front = [
  'M151 124C168 122 186 126 200 134', // collar bone
  'M138 196C156 204 178 198 186 182', // breast
  'M135 262L135 270', // navel
  'M158 448C164 454 172 454 178 447', // knee
  'M139 64C143 67 147 67 150 64', // lid
  'M135 82C138 82 141 82 144 80', // mouth
];
const behind = [
  'M135 108L135 268', // spine
  'M148 140C160 146 168 160 166 180', // shoulder blade
  'M140 330C156 344 180 342 194 328', // fold of the buttock
  'M156 450C164 446 172 446 180 450', // hollow of the knee
];

/** The body that the zones lie on, from the front and from behind. */
export function BodyDrawing() {
  return (
    <g className={classes.drawing}>
      <path className={classes.skin} d={closed(whole(figure, frontAxis))} />
      <path className={classes.hair} d={closed(whole(hair, frontAxis))} />
      <Both lines={front} dx={0} />
      <path className={classes.skin} d={closed(moved(whole(figure, frontAxis), backAxis - frontAxis))} />
      <path className={classes.hair} d={closed(moved(whole(hairBehind, frontAxis), backAxis - frontAxis))} />
      <Both lines={behind} dx={backAxis - frontAxis} />
    </g>
  );
}

function Both({ lines, dx }: { lines: readonly string[]; dx: number }) {
  return lines.map((d) => (
    <g key={d} className={classes.fine}>
      <path d={open(moved(run(d), dx))} />
      <path d={open(moved(mirrored(run(d), frontAxis), dx))} />
    </g>
  ));
}
