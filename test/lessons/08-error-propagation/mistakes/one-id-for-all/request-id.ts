import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";

const id = randomUUID();

/** Gives each request an id: the customer sees it in the answer, and we find it in the log. */
export const giveId: RequestHandler = (_req, res, next) => {
  res.locals.id = id;
  res.set("X-Request-Id", id);
  next();
};
