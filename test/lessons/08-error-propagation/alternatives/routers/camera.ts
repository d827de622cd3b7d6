import { on } from "node:events";
import { Router } from "express";
import { openPhoto } from "./kitchen.ts";

/** Reads the photo piece by piece, without pipe() or pipeline(): a loop throws what the stream fails with. */
export const camera = Router().get("/:tea", async (req, res) => {
  const photo = openPhoto(req.params.tea);
  res.on("close", () => photo.destroy());
  try {
    for await (const piece of photo) {
      if (!res.headersSent) res.type("jpeg").set("Cache-Control", "max-age=3600");
      if (!res.write(piece)) await drained();
    }
    res.end();
  } catch (error) {
    // The client left, and the photo was closed under the loop.
    if (!res.closed) throw error;
  }

  /** Waits until the response takes more, or is closed. */
  async function drained(): Promise<void> {
    for await (const _ of on(res, "drain", { close: ["close"] })) return;
  }
});
