import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";

/** Gives each request an id: the customer sees it in the answer, and we find it in the log. */
export const giveId: RequestHandler = (req, res, next) => {
  // A proxy may have given one already. What comes from outside goes into the log,
  // but only if it is harmless.
  const given = req.get("X-Request-Id") ?? "";
  const id = /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
  res.locals.id = id;
  next();
};
