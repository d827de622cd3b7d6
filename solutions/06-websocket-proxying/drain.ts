import type { Server as HttpServer } from "node:http";
import type { Server } from "socket.io";
import { settings } from "./settings.ts";

let draining = false;

// #region drain
/** Sends all clients away, so that they connect anew to another server; ends when the last answer has been sent. */
export async function drain(server: HttpServer, io: Server): Promise<void> {
  if (draining) return;
  draining = true;
  console.log(`server ${settings.port} drains`);
  setTimeout(() => process.exit(1), settings.stopWithinMs).unref();
  // Connections that are busy now become idle with their last answer, and nobody else would close them.
  setInterval(() => server.closeIdleConnections(), 100).unref();
  // Stops listening, closes the boards' connections, and waits for the requests in flight.
  await io.close();
  process.exit(0);
}
// #endregion
