import type { RequestHandler } from "express";

export const alwaysHttps: RequestHandler = (req, res, next) => {
  if (req.get("X-Forwarded-Proto") !== "http") return next();
  res.redirect(308, `https://${req.host}${req.originalUrl}`);
};
