import { createServer, type Server, type Socket } from 'node:net';

// As a balance waits for rest before it answers S: by then the plant has said what it let out.
const restMs = 300;

/** A balance on a TCP port that speaks MT-SICS, levels 0 and 1: what stands on its pan is told by whoever made it. */
export class Balance {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** @param milligrams What stands on the pan at this moment, to 0.01 mg. */
  static async at(milligrams: () => number): Promise<Balance> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const balance = new Balance(server, (server.address() as { port: number }).port);
    server.on('connection', (socket) => {
      balance.sockets.add(socket);
      socket.on('close', () => balance.sockets.delete(socket));
      socket.on('error', () => socket.destroy());
      let heard = '';
      socket.on('data', (bytes) => {
        heard += bytes.toString('latin1');
        const lines = heard.split('\r\n');
        heard = lines.pop() ?? '';
        for (const line of lines) setTimeout(() => socket.write(`${answer(line, milligrams)}\r\n`), line === 'S' ? restMs : 0);
      });
    });
    return balance;
  }

  get address(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }
}

function answer(line: string, milligrams: () => number): string {
  switch (line) {
    case 'S':
    case 'SI':
      return `S S ${(milligrams() / 1_000).toFixed(5).padStart(10)} g`;
    case 'I2':
      return 'I2 A "Example 220 g"';
    case 'I4':
      return 'I4 A "B0001"';
    default:
      return 'ES';
  }
}
