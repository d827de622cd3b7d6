import { findings } from "../../harness/words.ts";
import async from "./findings/async.ts";
import counter from "./findings/counter.ts";
import crash from "./findings/crash-when-you-must.ts";
import oneHandler from "./findings/one-handler.ts";
import status from "./findings/status-and-secrets.ts";
import streams from "./findings/streams.ts";
import tooLate from "./findings/too-late.ts";

/** What the checks of this lesson find, in words; one file per task, and one for what more than one needs. */
export default findings({
  ...counter,
  ...oneHandler,
  ...async,
  ...streams,
  ...status,
  ...tooLate,
  ...crash,
});
