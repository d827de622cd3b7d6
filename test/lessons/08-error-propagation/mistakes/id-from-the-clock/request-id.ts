import type { RequestHandler } from "express";

/** Gives each request an id: the customer sees it in the answer, and we find it in the log. */
export const giveId: RequestHandler = (_req, res, next) => {
  const id = Date.now().toString(36);
  res.locals.id = id;
  res.set("X-Request-Id", id);
  next();
};
