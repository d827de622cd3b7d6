import type { RequestHandler } from "express";

export const alwaysHttps: RequestHandler = (req, res, next) => {
  if (req.secure) return next();
  res.redirect(308, `https://${req.host}${req.originalUrl}`);
};
