import { once } from "node:events";
import type { ListenOptions, Server } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Limit } from "./limit.ts";
import { patience } from "./pace.ts";

/** As long, in ms, may somebody else have the port who will be gone soon. */
const TAKEN_FOR = 3000;

/**
 * Lets a server of ours listen on a port that we had before. Such a port may be taken for a moment more: a program that is started
 * at the same time by a check beside this one has a copy of the socket that we have closed, from its fork to its exec. Or
 * somebody tries whether it is free.
 * @throws what listening has thrown, when the port stays taken, or at once for any other reason.
 */
export async function listenAgain(server: Server, where: ListenOptions): Promise<void> {
  const limit = new Limit(patience(TAKEN_FOR));
  for (;;) {
    try {
      server.listen(where);
      await once(server, "listening");
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || limit.over) throw error;
      await sleep(15);
    }
  }
}
