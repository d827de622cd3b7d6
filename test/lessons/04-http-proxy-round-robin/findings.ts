import { findings } from "../../harness/words.ts";
import clientGone from "./findings/client-gone.ts";
import deadTarget from "./findings/dead-target.ts";
import drain from "./findings/drain.ts";
import forward from "./findings/forward.ts";
import forwardAnswer from "./findings/forward-answer.ts";
import roundRobin from "./findings/round-robin.ts";
import silence from "./findings/silence.ts";
import skipTheDead from "./findings/skip-the-dead.ts";
import whoIsTheClient from "./findings/who-is-the-client.ts";

/** What the checks of this lesson find, in words; one file per task (two for the first and the third). */
export default findings({
  ...forward,
  ...forwardAnswer,
  ...roundRobin,
  ...deadTarget,
  ...silence,
  ...skipTheDead,
  ...whoIsTheClient,
  ...clientGone,
  ...drain,
});
