import type { RequestHandler } from "express";

export const alwaysHttps: RequestHandler = (req, res, next) => {
  if (req.secure) return next();
  res.redirect(301, `https://uptime-tea.herokuapp.com${req.originalUrl}`);
};
