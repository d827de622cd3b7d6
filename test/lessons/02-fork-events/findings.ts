import { findings } from "../../harness/words.ts";
import endings from "./findings/endings.ts";
import life from "./findings/life.ts";
import ready from "./findings/ready.ts";
import output from "./findings/output.ts";
import setup from "./findings/setup.ts";
import stop from "./findings/stop.ts";
import talk from "./findings/talk.ts";

/** What the checks of this lesson find, in words; one file per idea. */
export default findings({ ...life, ...ready, ...setup, ...output, ...endings, ...talk, ...stop });
