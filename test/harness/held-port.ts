import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

/** Holds a port while `act` uses it: whoever wants to listen there gets EADDRINUSE, on any address. */
export async function withHeldPort<T>(act: (port: number) => Promise<T>): Promise<T> {
  const holder = createServer().listen(0); // ours at once; a probed one may be gone when we listen
  await once(holder, "listening");
  try {
    return await act((holder.address() as AddressInfo).port);
  } finally {
    holder.close();
  }
}
