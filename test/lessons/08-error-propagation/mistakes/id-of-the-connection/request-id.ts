import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { RequestHandler } from "express";

const ids = new WeakMap<Socket, string>();

/** Gives each request an id: the customer sees it in the answer, and we find it in the log. */
export const giveId: RequestHandler = ({ socket }, res, next) => {
  const id = ids.get(socket) ?? randomUUID();
  ids.set(socket, id);
  res.locals.id = id;
  res.set("X-Request-Id", id);
  next();
};
