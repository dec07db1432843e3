import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const binaries = resolve(import.meta.dirname, '../../../artifacts/bin');
const mesopen = join(binaries, 'MesoPen.Host/release/mesopen');
const benchmarks = join(binaries, 'MesoPen.Benchmarks/release/MesoPen.Benchmarks');
const simulator = join(binaries, 'MesoPen.Simulator/release/mesopen-sim');

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

interface Running {
  process: ChildProcess;
  output: () => string;
}

/** Starts a program and waits for a word of its output. */
async function start(program: string, args: string[], word: string): Promise<Running> {
  let output = '';
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ready = new Promise<void>((done, fail) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(word)) done();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', fail);
    child.on('exit', (code) => fail(new Error(`${program} ${args.join(' ')} ended with ${code}: ${output}`)));
  });
  ready.catch(() => undefined);
  await ready;
  return { process: child, output: () => output };
}

async function end(running: Running | undefined, signal: NodeJS.Signals): Promise<void> {
  if (running === undefined || running.process.exitCode !== null || running.process.signalCode !== null) return;
  const gone = new Promise((done) => running.process.once('exit', done));
  running.process.kill(signal);
  await gone;
}

/** A simulated gun on a pseudo-terminal, and the host that serves the console: real processes, in a folder of their own. */
export class Station {
  readonly folder = mkdtempSync(join(tmpdir(), 'mesopen-e2e-'));
  readonly gun = join(this.folder, 'gun');
  readonly data = join(this.folder, 'data');
  url = '';
  /** The setting that names the gun: the one device of the station, an address that its page looks at, or none. */
  gunSetting: 'Station:Device' | 'Station:Devices' | null = 'Station:Device';
  private host: Running | undefined;
  private device: Running | undefined;
  private port = 0;
  private controlPort = 0;

  /** The one-time password of the administrator, after `init`. */
  async init(administrator: string): Promise<string> {
    const { output, process } = await start(
      mesopen,
      ['site', 'init', '--name', 'Test clinic', '--administrator', administrator, '--data', this.data],
      'It is not shown again',
    );
    process.kill();
    return /One-time password: (\S+)/.exec(output())?.[1] ?? '';
  }

  async startDevice(...more: string[]): Promise<void> {
    this.device = await start(
      simulator,
      ['--profile', 'gun-5', '--pty', this.gun, '--nvm', join(this.folder, 'gun.nvm'), '--truth', this.truthFile, ...more],
      'ready ',
    );
  }

  /** As `startDevice`, and it takes orders beside its line. */
  async startControlled(...more: string[]): Promise<void> {
    if (this.controlPort === 0) this.controlPort = await freePort();
    await this.startDevice('--control', String(this.controlPort), ...more);
  }

  /** An order to the device beside its line: docs/faults.md lists them. */
  async order(order: { do: string; [name: string]: unknown }): Promise<void> {
    const answer = await new Promise<string>((done, fail) => {
      let heard = '';
      const line = connect(this.controlPort, '127.0.0.1', () => line.write(`${JSON.stringify(order)}\n`));
      line.on('error', fail);
      line.on('data', (chunk: Buffer) => {
        heard += chunk.toString();
        if (!heard.includes('\n')) return;
        line.destroy();
        done(heard);
      });
      line.on('close', () => fail(new Error(`The simulator hung up: ${heard}`)));
    });
    if (!(JSON.parse(answer) as { ok: boolean }).ok) throw new Error(`${JSON.stringify(order)}: ${answer}`);
  }

  async serve(...more: string[]): Promise<void> {
    if (this.port === 0) this.port = await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    const args = [
      'serve',
      '--data',
      this.data,
      '--set',
      'Station:Id=S1',
      '--set',
      `Api:Urls=${this.url}`,
      ...(this.gunSetting === null ? [] : ['--set', `${this.gunSetting}=${this.gun}`]),
    ];
    this.host = await start(mesopen, [...args, ...more], ' serves ');
  }

  /** The host as a benchmark has it: its live feed tells of ten shots a second. */
  async serveShots(): Promise<void> {
    this.host = await start(benchmarks, ['feed', this.data, this.url, this.gun], ' serves ');
  }

  /** What the host has printed. */
  said(): string {
    return this.host?.output() ?? '';
  }

  stopHost(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    return end(this.host, signal);
  }

  stopDevice(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    return end(this.device, signal);
  }

  get truthFile(): string {
    return join(this.folder, 'truth.jsonl');
  }

  /** What the needle did, by the plant: a line an event. */
  truth(): Record<string, unknown>[] {
    return readFileSync(this.truthFile, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  async dispose(): Promise<void> {
    await this.stopHost();
    await this.stopDevice();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
