import { createConnection, createServer, type Socket } from "node:net";
import { listenAgain } from "../../harness/listen.ts";

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
  const relay = createServer(take);
  await listenAgain(relay, { port });
  return {
    links,
    close() {
      relay.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
