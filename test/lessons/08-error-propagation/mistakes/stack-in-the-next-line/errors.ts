import type { ErrorRequestHandler, RequestHandler } from "express";
import { log } from "./log.ts";

/** Comes after all routes: whoever gets here has found none. */
export const notFound: RequestHandler = (req, _res, next) => {
  next(Object.assign(new Error(`There is nothing at ${req.path}.`), { status: 404 }));
};

/** Answers every error. Express knows it by its four parameters. */
export const answerError: ErrorRequestHandler = (error, req, res, next) => {
  const status = statusOf(error);
  const { method, path } = req;
  const { id } = res.locals;
  const ours = status >= 500;
  const entry = { id, method, path, status, error: String(error) };
  log(ours ? "error" : "info", "request failed", entry);
  if (ours) log("error", String(error?.stack));

  // Half an answer can't be taken back: Express cuts it off, and the client knows.
  if (res.headersSent) return next(error);

  for (const name of ABOUT_THE_BODY) res.removeHeader(name);
  const text = ours ? "Something went wrong on our side." : error.message;
  res.status(status).json({ error: text, id });
};

/** The status that an error asks for, if it is one that an error may have. */
function statusOf(error: unknown): number {
  const { status } = Object(error) as { status?: unknown };
  return Number.isInteger(status) && 400 <= Number(status) && Number(status) < 600
    ? Number(status)
    : 500;
}

/** What a handler may have said of the body that it did not get to send. */
const ABOUT_THE_BODY = [
  "Cache-Control",
  "Content-Disposition",
  "Content-Encoding",
  "Content-Length",
  "Content-Type",
  "ETag",
  "Last-Modified",
];
