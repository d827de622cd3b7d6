import { findings } from "../../harness/words.ts";
import backOff from "./findings/back-off.ts";
import crew from "./findings/crew.ts";
import giveUp from "./findings/give-up.ts";
import gracefulStop from "./findings/graceful-stop.ts";
import notWhenPlanned from "./findings/not-when-planned.ts";
import replace from "./findings/replace.ts";
import rollingRestart from "./findings/rolling-restart.ts";
import signalsMeanwhile from "./findings/signals-meanwhile.ts";

/** What the checks of this lesson find, in words; one file per task, or two, and one for what all of them need. */
export default findings({
  ...crew,
  ...replace,
  ...notWhenPlanned,
  ...backOff,
  ...giveUp,
  ...gracefulStop,
  ...rollingRestart,
  ...signalsMeanwhile,
});
