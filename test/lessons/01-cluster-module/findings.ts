import { findings } from "../../harness/words.ts";
import counting from "./findings/counting.ts";
import port from "./findings/port.ts";
import sharing from "./findings/sharing.ts";
import size from "./findings/size.ts";
import slow from "./findings/slow.ts";

/** What the checks of this lesson find, in words; one file per idea. */
export default findings({ ...sharing, ...size, ...counting, ...port, ...slow });
