import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { endOf } from "../../harness/ended.ts";
import { Finding } from "../../harness/finding.ts";
import { patience } from "../../harness/pace.ts";
import { jsonOf, type Outcome } from "../../harness/probe.ts";
import type { Program } from "../../harness/program.ts";
import { task } from "../../harness/task.ts";
import {
  errorText,
  fateOf,
  isJson,
  mustHave,
  mustWork,
  request,
  seen,
  statusOf,
} from "./counter.ts";

const PIECE = 4096;
const WHOLE = 8 * PIECE;
const CACHED = /max-age=[1-9]/;
const PHOTO_HEADERS = [
  { name: "Content-Type", starter: "image/jpeg", right: /^image\/jpe?g\b/ },
  { name: "Cache-Control", starter: "max-age=3600", right: CACHED },
];
/** So many answers of the front page a program has to close a photo: the camera needs one or two. */
const LOOKS = 20;

task("streams", ({ check }) => {
  check("missing-source", async ({ start }) => {
    const shop = await start();
    const path = "/photos/oolong";
    const photo = await mustWork(shop, path, (one) => one.body.length === WHOLE, whyNoPhoto);
    for (const header of PHOTO_HEADERS) mustHave(photo, { path, ...header });
    const outcome = await request(shop, "/photos/lychee");
    const status = statusOf(outcome);
    if (status >= 400 && jsonOf(outcome)?.["error"]) {
      const { headers } = outcome as { headers: Record<string, string> };
      const cached = CACHED.test(String(headers["cache-control"]));
      if (!isJson(outcome) || cached) {
        const type = headers["content-type"];
        throw new Finding("wears-photo-headers", { type, cached, json: isJson(outcome) });
      }
      if (errorText(outcome)) return;
    }
    if (status === 200) throw new Finding("missing-as-200", {});
    const fate = await fateOf(shop, outcome);
    if (fate === "died") throw new Finding("stream-kills", {}, "crashed");
    if (fate === "survived-crash") throw new Finding("listener-keeps-alive", {});
    if (fate === "cut") throw new Finding("pipeline-cuts", {});
    if (fate === "hung") throw new Finding("stream-hangs", {}, "timed-out");
    throw new Finding("photo-otherwise", endOf(outcome));
  });

  check("client-leaves", async ({ start }) => {
    const shop = await start();
    await leave(shop, await openCamera(shop));
    const crashed = () => shop.trace.of("crash").length > 0;
    // The program has noticed; now each look at the front page gives it a turn to close the source.
    await seen(() => crashed() || shop.trace.of("aborted").length > 0, 1500);
    for (let look = 0; look < LOOKS && !crashed(); look++) {
      if ((await openPhotos(shop)) === 0) return;
      await sleep(40);
    }
    if (crashed()) {
      await seen(() => shop.exit, 1500);
      throw new Finding("leaving-kills", {}, "crashed");
    }
    throw new Finding("source-left-open", {});
  });
});

function whyNoPhoto(outcome: Outcome): Finding | undefined {
  if (outcome.kind === "late") return new Finding("photo-never-begins", {});
  const bytes = outcome.kind === "answer" && statusOf(outcome) === 200 ? outcome.body.length : 0;
  if (bytes === 0 || bytes > WHOLE - PIECE) return undefined;
  return new Finding("photo-without-beginning", { bytes, whole: WHOLE });
}

/** Looks at the camera, until the first piece of its picture has come. */
async function openCamera(shop: Program): Promise<IncomingMessage> {
  const camera = get(`${shop.url}/photos/counter`, { agent: false });
  const within = AbortSignal.timeout(patience(3000));
  try {
    const [picture] = (await once(camera, "response", { signal: within })) as [IncomingMessage];
    picture.on("error", () => {});
    await once(picture, "data", { signal: within });
    return picture;
  } catch {
    camera.on("error", () => {}).destroy();
    shop.mustLive();
    throw new Finding("camera-silent", {});
  }
}

async function leave(shop: Program, picture: IncomingMessage): Promise<void> {
  const before = await openPhotos(shop);
  picture.destroy();
  if (before !== 1) throw new Finding("camera-not-counted", { before });
}

/** How many photos the kitchen reads; undefined when the program no longer answers. */
async function openPhotos(shop: Program): Promise<unknown> {
  return jsonOf(await request(shop, "/"))?.["openPhotos"];
}
