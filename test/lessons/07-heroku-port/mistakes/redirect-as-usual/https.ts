import type { RequestHandler } from "express";

// #region https
/**
 * Sends clients of plain http to https. Without a router in front, on a developer's
 * machine, there is no https to go to.
 */
export const alwaysHttps: RequestHandler = (req, res, next) => {
  if (req.secure || !req.get("X-Forwarded-Proto")) return next();
  res.redirect(`https://${req.host}${req.originalUrl}`);
};
// #endregion
