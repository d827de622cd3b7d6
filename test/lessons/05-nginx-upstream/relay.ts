import { once } from "node:events";
import { createConnection, createServer, type Server, type Socket } from "node:net";
import { patience } from "../../harness/pace.ts";
import { until } from "../../harness/wait.ts";

/** One connection of nginx to a server, and which side has closed it. */
interface Link {
  endedBy?: "nginx" | "server";
}

export interface Relay {
  links: Link[];
  close(): void;
}

/** Stands between nginx and a real server, passes on every byte, and sees which side closes a connection first. */
export async function openRelay(port: number, to: number): Promise<Relay> {
  const links: Link[] = [];
  const sockets: Socket[] = [];
  const take = (nginx: Socket) => {
    const server = createConnection(to, "127.0.0.1");
    const link: Link = {};
    links.push(link);
    sockets.push(nginx, server);
    nginx.on("error", () => {}).on("end", () => (link.endedBy ??= "nginx"));
    server.on("error", () => {}).on("end", () => (link.endedBy ??= "server"));
    nginx.pipe(server).pipe(nginx);
  };
  // As with a counter: for a moment, the port of one that has just been closed may still be taken.
  const relay = await until(() => listen(port, take), {
    what: "a free port",
    within: patience(3000),
  });
  return {
    links,
    close() {
      relay.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function listen(port: number, take: (socket: Socket) => void): Promise<Server | undefined> {
  const server = createServer(take).listen(port);
  return once(server, "listening").then(
    () => server,
    () => undefined,
  );
}
