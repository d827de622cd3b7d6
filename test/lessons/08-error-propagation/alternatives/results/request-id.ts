import type { RequestHandler } from "express";

let count = 0;

/** One process, one log: a number tells its requests apart. */
export const giveId: RequestHandler = (_req, res, next) => {
  res.locals.id = String(++count);
  res.set("X-Request-Id", res.locals.id);
  next();
};
