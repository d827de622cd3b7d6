// Loaded into a run of checks: a machine on which no port can be opened, as in a sandbox that forbids it.
import { Socket } from "node:dgram";
import { Server } from "node:net";

function refuse() {
  const error = new Error("listen EADDRNOTAVAIL: address not available");
  Object.assign(error, { code: "EADDRNOTAVAIL", syscall: "listen" });
  process.nextTick(() => this.emit("error", error));
  return this;
}

Server.prototype.listen = refuse;
Socket.prototype.bind = refuse;
