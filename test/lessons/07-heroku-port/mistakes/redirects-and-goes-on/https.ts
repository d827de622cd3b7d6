import type { RequestHandler } from "express";

/** Sends clients of plain http to https, and goes on. */
export const alwaysHttps: RequestHandler = (req, res, next) => {
  if (!req.secure && req.get("X-Forwarded-Proto")) {
    res.redirect(308, `https://${req.host}${req.originalUrl}`);
  }
  next();
};
