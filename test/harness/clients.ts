import { createServer } from "node:net";
import { once } from "node:events";

let several: Promise<boolean> | undefined;

/**
 * So many addresses from which clients may come: 127.0.1.1, 127.0.2.1 and so on. They differ in the third number, because
 * ip_hash of nginx looks at the first three only. On Linux all of 127.0.0.0/8 is local; elsewhere there is only 127.0.0.1.
 */
export async function clientAddresses(count: number): Promise<string[]> {
  several ??= canBind("127.0.1.1");
  const many = await several;
  return Array.from({ length: count }, (_, i) => (many ? `127.0.${(i % 250) + 1}.1` : "127.0.0.1"));
}

async function canBind(host: string): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port: 0, host });
    await once(server, "listening");
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
