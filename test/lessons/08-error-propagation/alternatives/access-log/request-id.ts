import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import type { RequestHandler } from "express";

/** Gives each request an id, and says at once who asks for what: a request that never ends is in the log, too. */
export const giveId: RequestHandler = (req, res, next) => {
  const id = randomUUID();
  const { method, path } = req;
  writeSync(
    1,
    `${JSON.stringify({ time: new Date(), level: "info", message: "asked", id, method, path })}\n`,
  );
  res.locals.id = id;
  res.set("X-Request-Id", id);
  next();
};
